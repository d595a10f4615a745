using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>
/// Makes the next shifts of every rotation that is near the end of those made. Any node may: the guarded write decides, and whoever
/// comes second finds nothing left to do.
/// </summary>
public sealed class ExtendRotations(
    IRotations rotations, IDirectoryReads directory, RoleScopes scopes, IRosterReads rosters, RotationPlanner planner, RosterSignal signal, IIdSource ids, IClock clock)
{
    private const int Attempts = 3;

    /// <summary>Answers how many were extended.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var all = await rotations.AllAsync(cancellationToken);
        var roles = (await directory.RolesAsync([.. all.Select(r => r.Rotation.Role).Distinct()], cancellationToken)).ToList();
        var places = await scopes.OfAsync(roles, cancellationToken);
        var extended = 0;
        foreach (var rotation in all.Where(r => places.ContainsKey(r.Rotation.Role) && IsDue(r, places[r.Rotation.Role])))
        {
            extended += await ExtendAsync(rotation.Rotation.Code, cancellationToken) ? 1 : 0;
        }

        return extended;
    }

    private bool IsDue(StoredRotation stored, RoleScope scope) =>
        RotationHorizon.IsDue(stored.Rotation, stored.MadeTo, RotationTurns.End(stored.Rotation, scope.Clock), clock.GetCurrentInstant());

    private async Task<bool> ExtendAsync(string code, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stamp = await rosters.StampAsync(cancellationToken);
            if (await rotations.FindAsync(code, cancellationToken) is not { EndedAt: null } stored)
            {
                return false;
            }

            var scope = await scopes.OfAsync((await directory.RolesAsync([stored.Rotation.Role], cancellationToken))[0], cancellationToken);
            if (!IsDue(stored, scope))
            {
                return false;
            }

            var now = MilliTime.Of(clock);
            if (await planner.ExtendAsync(stored, scope, stamp, now, cancellationToken) is not { } planned)
            {
                continue;
            }

            // With nobody left to take a turn it stands still, and goes on from there once somebody can: an alarm tells of it.
            if (!planned.People.Values.Any(p => p.Active && stored.Rotation.People.Contains(p.Id)))
            {
                return false;
            }

            var publishing = RotationPublications.Of(Caller.System, planned, scope, new UploadId(ids.NewId()), [], now);
            var audit = RotationAudit.Extend(now, stored.Rotation, planned.Rotation.MadeTo);
            if (await rotations.SaveAsync(new RotationSaving(planned.Rotation, planned.View.Stamp, publishing, audit), cancellationToken))
            {
                signal.Announce();
                return true;
            }
        }

        return false;
    }
}
