using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>A turn, or the part of one that an exception makes, over [start, end).</summary>
/// <param name="Day">The date that it begins on.</param>
/// <param name="Clock">How often the wall clock shows the time that it begins at.</param>
/// <param name="Person">Null where an exception says nobody.</param>
public sealed record RotationTurn(LocalDate Day, WallClock Clock, Instant Start, Instant End, PersonId? Person);
