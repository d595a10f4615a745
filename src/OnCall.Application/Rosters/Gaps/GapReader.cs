using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>
/// Works out the gaps of all roles from the snapshot that this node has in memory, and only when it is a new one: nothing is read from the
/// database while no roster changes.
/// </summary>
public sealed class GapReader(RosterSnapshots snapshots, RoleScopes scopes, IRosterEndReads ends)
{
    private RosterSnapshot? _of;
    private KnownGaps? _known;

    public async Task<KnownGaps> ReadAsync(CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.CurrentAsync(cancellationToken);
        if (_known is null || _of != snapshot)
        {
            var places = await scopes.OfAsync(snapshot.Roles, cancellationToken);
            var gaps = snapshot.Roles.SelectMany(role => Gap.Of(
                role.Id, RosterGap.Find(snapshot.TimelineOf(role.Id), role.Coverage, places[role.Id].Zone, places[role.Id].Holidays, snapshot.From, snapshot.To), snapshot.From, snapshot.To));
            _known = new KnownGaps(snapshot.Stamp, [.. gaps], places, (await ends.EndsAsync(cancellationToken)).Keys.ToHashSet());
            _of = snapshot;
        }

        return _known;
    }
}
