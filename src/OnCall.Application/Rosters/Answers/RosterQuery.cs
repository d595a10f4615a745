namespace OnCall.Application.Rosters.Answers;

/// <summary>Which rosters, and when.</summary>
/// <param name="OrgUnit">The code of a unit: its roles and those of the units below it; null for all.</param>
/// <param name="Role">Any of a role's names; null for all.</param>
/// <param name="From">A time, or a date in each role's own zone; null for now.</param>
/// <param name="To">As <paramref name="From"/>, exclusive; null for seven days after it.</param>
public sealed record RosterQuery(string? OrgUnit, string? Role, string? From, string? To);
