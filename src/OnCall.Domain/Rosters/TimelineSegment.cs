using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>A stretch [start, end) of a role's roster over which the same people answer for the same reasons.</summary>
/// <param name="Responders">By tier, then by how long they have been on; empty where the role is uncovered.</param>
/// <param name="NextChangeAt">When somebody comes, goes or changes tier next, or null when the known roster holds no such instant.</param>
public sealed record TimelineSegment(Instant Start, Instant End, IReadOnlyList<OnShift> Responders, Instant? NextChangeAt);
