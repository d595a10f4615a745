using NodaTime;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>A role found and an instant to answer for; what is written of it may be kept as long as its segment.</summary>
public sealed record Resolving(RosterSnapshot Snapshot, Role Role, Instant At)
{
    /// <summary>While this is the same, so is the answer but for its <c>at</c>; null when the role is uncovered and other roles matter.</summary>
    public TimelineSegment? Segment => Snapshot.TimelineOf(Role.Id).SegmentAt(At) is { Responders.Count: > 0 } segment ? segment : null;

    public ResolveView View() => Snapshot.Resolve(Role, At);
}
