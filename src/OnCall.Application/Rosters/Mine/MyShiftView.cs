using NodaTime;

namespace OnCall.Application.Rosters.Mine;

/// <summary>A time that the caller answers for a role.</summary>
/// <param name="TimeZone">The IANA zone of the role's unit, in which its times are read.</param>
/// <param name="Start">When they come on; for one that has begun, when they came on.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Label">The roster's own word for the shift, or null.</param>
/// <param name="InsteadOf">Whom they stand in for; null where it is their own shift.</param>
public sealed record MyShiftView(string Role, string RoleName, string TimeZone, int Tier, Instant Start, Instant End, string? Label, PersonName? InsteadOf);
