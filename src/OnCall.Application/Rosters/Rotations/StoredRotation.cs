using NodaTime;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>A rotation as it is kept.</summary>
/// <param name="MadeTo">To where its shifts are made: what lies before is no more its own business, whatever became of it.</param>
/// <param name="Version">Rises with every write; the first is 1.</param>
/// <param name="EndedAt">Null unless it was ended.</param>
public sealed record StoredRotation(Rotation Rotation, Instant MadeTo, int Version, Instant? EndedAt);
