using NodaTime;

namespace OnCall.Application.Retention;

/// <summary>What went of one kind in one unit by one rule.</summary>
/// <param name="OrgUnit">The unit's code as it is now; null for what has none.</param>
/// <param name="Days">What the rule said.</param>
/// <param name="OldestAt">When the oldest of them had ended.</param>
public sealed record PurgedLine(string Class, string Kind, string? OrgUnit, int Days, int Count, Instant OldestAt, Instant NewestAt);
