namespace OnCall.Application.Rosters.Uploads;

/// <summary>Remembers the sources of rosters.</summary>
public interface IRosterSources
{
    /// <summary>Null for one that nothing is known of.</summary>
    Task<RosterSource?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps what is known now in place of what was.</summary>
    Task SaveAsync(RosterSource source, CancellationToken cancellationToken);
}
