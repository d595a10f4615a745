using NodaTime;

namespace OnCall.Application.Retention;

/// <summary>How long a class is kept.</summary>
/// <param name="Class"><c>deliveries</c>, <c>routinePages</c>, <c>criticalResultPages</c>, <c>urgentPages</c>, <c>codePages</c>, <c>rosters</c>, <c>signIns</c>, <c>notices</c>.</param>
/// <param name="OrgUnit">The unit's code; null for the whole hospital.</param>
/// <param name="Days">Of 24 hours; null keeps it for ever.</param>
/// <param name="LeastDays">Less is refused.</param>
/// <param name="UpdatedAt">Null where nobody has said anything and this is what holds without a rule.</param>
public sealed record RetentionRuleView(string Class, string? OrgUnit, int? Days, int LeastDays, Instant? UpdatedAt, string? UpdatedBy);
