using NodaTime;
using OnCall.Domain.Notices;

namespace OnCall.Application.Rosters.Covers;

/// <summary>How loudly somebody is told that a place changes hands: ringing when it begins within 2 h.</summary>
internal static class Loudness
{
    private static readonly Duration Near = Duration.FromHours(2);

    public static NoticeUrgency Of(Instant begins, Instant now) => begins - now <= Near ? NoticeUrgency.Ringing : NoticeUrgency.Quiet;
}
