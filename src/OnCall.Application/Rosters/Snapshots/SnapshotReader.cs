using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Snapshots;

/// <summary>Reads a snapshot around an instant from the database.</summary>
public sealed class SnapshotReader(IDirectoryReads directory, IRosterWindows windows, IRosterReads rosters)
{
    private static readonly Duration Before = Duration.FromDays(2);
    private static readonly Duration After = Duration.FromDays(14);

    public async Task<RosterSnapshot> ReadAsync(Instant around, CancellationToken cancellationToken)
    {
        // The stamp first: what changes while the rest is read makes the snapshot old, never wrongly new.
        var stamp = await rosters.StampAsync(cancellationToken);
        var roles = await directory.AllRolesAsync(cancellationToken);
        var window = await windows.LoadAsync(around - Before, around + After, cancellationToken);
        return new RosterSnapshot(stamp, roles, window);
    }

    public Task<long> StampAsync(CancellationToken cancellationToken) => rosters.StampAsync(cancellationToken);
}
