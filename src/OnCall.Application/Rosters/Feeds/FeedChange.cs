using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>What a feed says from now on.</summary>
/// <param name="Version">The one that the change was worked out from; it must still be the last.</param>
/// <param name="Versions">Of the events that are new or say something new.</param>
/// <param name="ForgetBefore">Events that ended before that are forgotten: no feed shows them any more.</param>
public sealed record FeedChange(FeedId Feed, int Version, string ContentHash, Instant ChangedAt, IReadOnlyList<FeedVersion> Versions, Instant ForgetBefore);
