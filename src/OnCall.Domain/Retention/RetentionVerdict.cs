using OnCall.Domain.Roles;

namespace OnCall.Domain.Retention;

/// <summary>What becomes of a thing, and why.</summary>
/// <param name="Unit">Its own unit, under which it is counted.</param>
/// <param name="Days">By the rule that keeps it longest; null for ever.</param>
/// <param name="Hold">The hold that keeps it, where one does.</param>
public sealed record RetentionVerdict(RetentionFate Fate, OrgUnitId? Unit, int? Days, HoldId? Hold);
