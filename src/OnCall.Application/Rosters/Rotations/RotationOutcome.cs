using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>What a rotation makes of the roster, or would make.</summary>
/// <param name="Upload">The publication, which can be rolled back; null in a preview, and where the roster says it already.</param>
/// <param name="Shifts">What it makes from now on to its horizon, what is left to others taken out.</param>
/// <param name="Differences">To the roster in force.</param>
/// <param name="Problems">Warnings; the row counts the shifts from 1, 0 is the rotation as a whole.</param>
/// <param name="More">How many more shifts or differences there are than are listed.</param>
public sealed record RotationOutcome(
    RotationView Rotation,
    Guid? Upload,
    PublicationChanges Changes,
    IReadOnlyList<RosterProblem> Problems,
    IReadOnlyList<WrittenShift> Shifts,
    IReadOnlyList<RosterDifferenceLine> Differences,
    int More);
