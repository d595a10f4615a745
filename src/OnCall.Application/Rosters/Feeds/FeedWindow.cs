using NodaTime;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>The time [from, to) that a feed shows. By whole days of UTC, so that it moves once a day and not with every read.</summary>
internal sealed record FeedWindow(Instant From, Instant To)
{
    private static readonly Duration Back = Duration.FromDays(31);
    private static readonly Duration Ahead = Duration.FromDays(400);

    // A shift is rarely longer than a month, and a cover far outside may decide where one that is shown begins or ends.
    private static readonly Duration Margin = Duration.FromDays(31);

    public Instant ReadFrom => From - Margin;

    public Instant ReadTo => To + Margin;

    public static FeedWindow Around(Instant now)
    {
        var today = now.InUtc().Date.AtMidnight().InUtc().ToInstant();
        return new FeedWindow(today - Back, today + Ahead);
    }
}
