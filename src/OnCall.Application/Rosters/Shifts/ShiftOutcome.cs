using OnCall.Application.Directory;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>What a change by hand makes of the roster, or would make.</summary>
/// <param name="Upload">The publication, which can be rolled back; null in a preview, and where the roster says it already.</param>
/// <param name="Shift">As it is on the roster, or was.</param>
/// <param name="Problems">Warnings: what a scheduler would want to know first.</param>
public sealed record ShiftOutcome(Guid? Upload, RoleName Role, WrittenShift Shift, PublicationChanges Changes, IReadOnlyList<RosterProblem> Problems);
