using NodaTime;

namespace OnCall.Application.Rosters.Mine;

/// <summary>A time in which somebody stands in for the caller.</summary>
/// <param name="TimeZone">The IANA zone of the role's unit, in which its times are read.</param>
/// <param name="End">Exclusive.</param>
/// <param name="To">Who stands in.</param>
public sealed record GivenShiftView(string Role, string RoleName, string TimeZone, int Tier, Instant Start, Instant End, PersonName To);
