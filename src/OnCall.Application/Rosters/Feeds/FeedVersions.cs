using NodaTime;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Gives the events of a feed their versions: a new one is 0, one that says something new is one more than it was.</summary>
internal static class FeedVersions
{
    /// <param name="now">When what is new is told for the first time.</param>
    /// <returns>One for each event, in their order.</returns>
    public static IReadOnlyList<FeedVersion> Of(IReadOnlyList<FeedEvent> events, IReadOnlyDictionary<string, FeedVersion> known, Instant now) =>
        [.. events.Select(e => Of(e, FeedHash.Of(e), known.GetValueOrDefault(e.Uid), now))];

    private static FeedVersion Of(FeedEvent of, string hash, FeedVersion? known, Instant now) =>
        known is null ? new FeedVersion(of.Uid, hash, 0, now, of.End)
        : known.ContentHash == hash ? known
        : new FeedVersion(of.Uid, hash, known.Sequence + 1, now, of.End);
}
