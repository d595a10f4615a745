using NodaTime;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Application.Retention;

/// <summary>What went of one kind in one unit by one rule.</summary>
/// <param name="Days">What the rule said.</param>
/// <param name="OldestAt">When the oldest of them had ended.</param>
public sealed record PurgedCount(RetentionClass Class, KeptKind Kind, OrgUnitId? OrgUnit, int Days, int Purged, Instant OldestAt, Instant NewestAt);
