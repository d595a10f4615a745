using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>A role's roster worked out once: who answers over each stretch of time. Asking it for an instant is a binary search.</summary>
public sealed class RoleTimeline
{
    private readonly TimelineSegment[] _segments;

    private RoleTimeline(RoleId role, TimelineSegment[] segments)
    {
        Role = role;
        _segments = segments;
    }

    public RoleId Role { get; }

    /// <summary>Without hole or overlap, from the earliest edge of the roster to its last; empty when it holds nothing.</summary>
    public IReadOnlyList<TimelineSegment> Segments => _segments;

    /// <summary>Works the roster out. It must hold every shift and cover that touches the time that will be asked for.</summary>
    public static RoleTimeline Of(RoleRoster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return new RoleTimeline(roster.Role, TimelineBuilder.Build(roster));
    }

    public Resolution At(Instant at)
    {
        var segment = SegmentAt(at);
        return segment is null
            ? new Resolution(Role, at, [], FirstCoverAfter(at))
            : new Resolution(Role, at, segment.Responders, segment.NextChangeAt);
    }

    /// <summary>The stretch that holds the instant; null outside the known roster.</summary>
    public TimelineSegment? SegmentAt(Instant at)
    {
        var (low, high) = (0, _segments.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var segment = _segments[middle];
            if (at < segment.Start)
            {
                high = middle - 1;
            }
            else if (at >= segment.End)
            {
                low = middle + 1;
            }
            else
            {
                return segment;
            }
        }

        return null;
    }

    private Instant? FirstCoverAfter(Instant at)
    {
        if (_segments.Length == 0 || at >= _segments[0].Start)
        {
            return null;
        }

        return _segments[0].Responders.Count > 0 ? _segments[0].Start : _segments[0].NextChangeAt;
    }
}
