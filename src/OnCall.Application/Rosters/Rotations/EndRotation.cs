using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Ends a rotation: its shifts to come go, its history stays. The shift that runs goes on to its end unless it is to end now.</summary>
public sealed class EndRotation(
    IDirectoryReads directory, RoleScopes scopes, IRosterReads rosters, IRotations rotations, RotationPlanner planner, RosterSignal signal, IIdSource ids, IClock clock)
{
    private const int Attempts = 5;

    /// <param name="atOnce">The shift that runs ends at this instant too.</param>
    public async Task<Answer<RotationId>> RunAsync(Caller caller, string code, bool atOnce, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(caller, code, atOnce, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return RotationRefusals.Busy;
    }

    private async Task<Answer<RotationId>?> TryAsync(Caller caller, string code, bool atOnce, CancellationToken cancellationToken)
    {
        var stamp = await rosters.StampAsync(cancellationToken);
        if (await rotations.FindAsync(code, cancellationToken) is not { EndedAt: null } stored)
        {
            return RotationRefusals.Unknown(code);
        }

        var role = (await directory.RolesAsync([stored.Rotation.Role], cancellationToken))[0];
        var scope = await scopes.OfAsync(role, cancellationToken);
        if (!scope.MaySchedule(caller))
        {
            return RosterRefusals.NotScheduler(role.Name);
        }

        var now = MilliTime.Of(clock);
        if (await planner.EndAsync(stored, atOnce, stamp, now, cancellationToken) is not { } planned)
        {
            return null;
        }

        var publishing = RotationPublications.Of(caller, planned, scope, new UploadId(ids.NewId()), [], now);
        var audit = RotationAudit.End(caller, now, stored.Rotation, atOnce);
        if (!await rotations.SaveAsync(new RotationSaving(planned.Rotation, planned.View.Stamp, publishing, audit), cancellationToken))
        {
            return null;
        }

        signal.Announce();
        return stored.Rotation.Id;
    }
}
