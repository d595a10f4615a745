using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>What a preview would publish.</summary>
/// <param name="Basis">Says which shifts were in force where the upload rules; another value later means that the preview is stale.</param>
public sealed record RosterDraft(string Basis, IReadOnlyList<NewRole> Roles, IReadOnlyList<NewPerson> People, IReadOnlyList<NewShift> Shifts);
