using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>A stretch of a roster, with what a scheduler can do with it.</summary>
/// <param name="Zone">By whose wall clock it is told.</param>
/// <param name="ShiftStart">When the shift begins that it is a part of; null for a cover.</param>
/// <param name="ShiftEnd">When that shift ends.</param>
/// <param name="Colleagues">Who is on the roles of the same unit these weeks: likely to stand in.</param>
public sealed record StretchView(
    RoleName Role, DateTimeZone Zone, TimelineBar Bar, Instant? ShiftStart, Instant? ShiftEnd, Instant Asked, IReadOnlyList<PersonName> Colleagues);
