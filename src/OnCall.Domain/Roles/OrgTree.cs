namespace OnCall.Domain.Roles;

/// <summary>All units of the hospital and how they hang together. Small: some hundreds at most.</summary>
public sealed class OrgTree(IReadOnlyCollection<OrgUnit> units)
{
    private readonly Dictionary<OrgUnitId, OrgUnit> _byId = units.ToDictionary(u => u.Id);
    private readonly Dictionary<string, OrgUnit> _byCode = units.ToDictionary(u => u.Code, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<OrgUnit> Units { get; } = units;

    public OrgUnit? Find(string code) => _byCode.GetValueOrDefault(code);

    public OrgUnit? Find(OrgUnitId? unit) => unit is { } id ? _byId.GetValueOrDefault(id) : null;

    /// <summary>The unit and all above it, nearest first; empty for none.</summary>
    public IReadOnlyList<OrgUnitId> Above(OrgUnitId? unit)
    {
        var above = new List<OrgUnitId>();
        for (var at = unit; at is { } id && !above.Contains(id); at = Find(id)?.Parent)
        {
            above.Add(id);
        }

        return above;
    }

    /// <summary>Every unit with how many stand above it: from the top down, those of one parent by name.</summary>
    public IEnumerable<(OrgUnit Unit, int Depth)> FromTheTop() => Below(null, 0);

    /// <summary>True when hanging <paramref name="unit"/> under <paramref name="parent"/> would make it stand above itself.</summary>
    public bool WouldCycle(OrgUnitId unit, OrgUnitId parent) => Above(parent).Contains(unit);

    private IEnumerable<(OrgUnit Unit, int Depth)> Below(OrgUnitId? parent, int depth) => Units
        .Where(u => u.Parent == parent)
        .OrderBy(u => u.Name, StringComparer.InvariantCulture)
        .SelectMany(u => Below(u.Id, depth + 1).Prepend((u, depth)));
}
