using NodaTime;
using OnCall.Application.Rosters.Feeds;

namespace OnCall.Data.Rosters;

internal sealed class FeedVersionRow
{
    public string Uid { get; set; } = "";

    public string ContentHash { get; set; } = "";

    public int Sequence { get; set; }

    public Instant ChangedAt { get; set; }

    public Instant EndAt { get; set; }

    public FeedVersion ToVersion() => new(Uid, ContentHash, Sequence, ChangedAt, EndAt);
}
