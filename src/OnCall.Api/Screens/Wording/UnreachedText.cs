using NodaTime;
using OnCall.Application.Rosters.Mine;

namespace OnCall.Api.Screens.Wording;

/// <summary>That somebody is on shift whom nothing reaches any more, for whoever has just seen to that.</summary>
internal static class UnreachedText
{
    internal static string Of(Texts t, MyShiftView shift)
    {
        var zone = DateTimeZoneProviders.Tzdb[shift.TimeZone];
        return t["Nothing reaches them now, and they are on shift: {0}, {1} to {2}. Enter another way to reach them, or have somebody stand in.", shift.RoleName, t.Local(shift.Start, zone), t.Local(shift.End, zone)];
    }
}
