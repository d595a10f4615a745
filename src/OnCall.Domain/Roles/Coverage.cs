namespace OnCall.Domain.Roles;

/// <summary>When a role must be covered, and by how many people.</summary>
/// <param name="Hours">Weekly hours in the role's zone; empty means never, null means all day every day.</param>
/// <param name="People">How many people of tier 1 are meant to be on at once; null when any number is normal.</param>
public sealed record Coverage(IReadOnlyList<CoverageHours>? Hours, int? People)
{
    /// <summary>All day, every day, any number of people.</summary>
    public static Coverage AllDay { get; } = new(null, null);
}
