namespace OnCall.Application.Directory.Administration;

/// <summary>The org tree, from the top down; last what belongs to no unit.</summary>
public sealed record UnitTreeView(IReadOnlyList<UnitLine> Lines)
{
    /// <summary>The units alone.</summary>
    public IEnumerable<UnitLine> Units => Lines.Where(l => l.Unit is not null);

    /// <summary>Whether the caller administers that unit; for null what belongs to none.</summary>
    public bool MayChange(string? unit) => Lines.Any(l => l.MayChange && string.Equals(l.Unit?.Code, unit, StringComparison.OrdinalIgnoreCase));
}
