using NodaTime;

namespace OnCall.Application.Rosters.Snapshots;

/// <summary>Reads the rosters of the whole hospital at once.</summary>
public interface IRosterWindows
{
    Task<RosterWindow> LoadAsync(Instant from, Instant to, CancellationToken cancellationToken);
}
