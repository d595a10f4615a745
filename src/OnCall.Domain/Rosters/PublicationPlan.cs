namespace OnCall.Domain.Rosters;

/// <summary>What publishing an upload writes.</summary>
/// <param name="Ranges">One for each role of the upload.</param>
/// <param name="Superseded">Shifts in force that end with it.</param>
/// <param name="Differences">As people read them: role by role, by time.</param>
/// <param name="Added">Shifts of the upload, and the outer parts of those it cut.</param>
public sealed record PublicationPlan(
    IReadOnlyList<RoleRange> Ranges,
    IReadOnlyList<ShiftId> Superseded,
    IReadOnlyList<NewShift> Added,
    IReadOnlyList<ShiftDifference> Differences,
    PublicationChanges Changes)
{
    /// <summary>The roster already says what the upload says.</summary>
    public bool IsUnchanged => Superseded.Count == 0 && Added.Count == 0;
}
