using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters.Gaps;

/// <summary>A gap as it was told.</summary>
/// <param name="End">Null when no end was known.</param>
public sealed record ToldGap(GapWarningId Id, RoleId Role, Instant Start, Instant? End, GapSize Size, GapLead Lead);
