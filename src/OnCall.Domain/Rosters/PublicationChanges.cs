namespace OnCall.Domain.Rosters;

/// <summary>What a publication does, counted in shifts as people read them: a shift that moves, gets another person or is cut, is changed.</summary>
/// <param name="Unchanged">Shifts in force that the upload repeats.</param>
public sealed record PublicationChanges(int Added, int Changed, int Removed, int Unchanged = 0);
