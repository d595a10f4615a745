using NodaTime;
using OnCall.Application.Rosters.Answers;

namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>A role as it is covered now.</summary>
/// <param name="Zone">By whose wall clock its times are told.</param>
/// <param name="IsGap">Nobody answers though the role must be covered now.</param>
/// <param name="Device">Of the role itself, handed from shift to shift; empty for who may not see it.</param>
public sealed record WhoIsOnRole(ResolveView Now, DateTimeZone Zone, bool IsGap, IReadOnlyList<WayToReach> Device);
