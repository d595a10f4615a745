using NodaTime;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>What is remembered of an event of a feed, so that calendars can tell a newer version of it.</summary>
/// <param name="Sequence">From 0; rises with each change of what the event says.</param>
/// <param name="End">When the event ends; it is forgotten some time after.</param>
public sealed record FeedVersion(string Uid, string ContentHash, int Sequence, Instant ChangedAt, Instant End);
