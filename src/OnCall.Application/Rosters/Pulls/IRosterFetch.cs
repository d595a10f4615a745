namespace OnCall.Application.Rosters.Pulls;

/// <summary>Fetches what a pull names. Never throws for what a source does: a failure is a result with a message for people.</summary>
public interface IRosterFetch
{
    /// <summary>Why this folder may not be read by this installation; null when it may.</summary>
    string? WhyNot(string folder);

    Task<FetchedRoster> FetchAsync(RosterPlace place, CancellationToken cancellationToken);
}
