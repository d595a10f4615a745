using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Rotations;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Alarms;

/// <summary>Looks at whether rotations can go on. They are read when the roster stamp has moved, as a change of a person or role moves it too.</summary>
public sealed class WatchedRotations(IRosterReads rosters, IRotations rotations, IDirectoryReads directory, RoleScopes scopes, IRosterPeople people) : IAlarmSource
{
    private long? _stamp;
    private IReadOnlyList<RotationState> _known = [];

    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.RotationStuck];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken)
    {
        var stamp = await rosters.StampAsync(cancellationToken);
        if (stamp != _stamp)
        {
            _known = await ReadAsync(now, cancellationToken);
            _stamp = stamp;
        }

        return [.. RotationRules.Observe(_known, now)];
    }

    private async Task<IReadOnlyList<RotationState>> ReadAsync(Instant now, CancellationToken cancellationToken)
    {
        var all = await rotations.AllAsync(cancellationToken);
        if (all.Count == 0)
        {
            return [];
        }

        var roles = await directory.RolesAsync([.. all.Select(r => r.Rotation.Role).Distinct()], cancellationToken);
        var places = await scopes.OfAsync(roles, cancellationToken);
        var known = await people.ByIdAsync(all.SelectMany(r => r.Rotation.Everybody).ToHashSet(), cancellationToken);
        return [.. all.Select(r => State(r, places.GetValueOrDefault(r.Rotation.Role), known, now))];
    }

    private static RotationState State(StoredRotation stored, RoleScope? scope, IReadOnlyDictionary<PersonId, RosterPerson> known, Instant now)
    {
        var rotation = stored.Rotation;
        var today = now.InZone(scope?.Zone ?? DateTimeZone.Utc).Date;

        // Who stood in long ago may go.
        var named = rotation.People.Concat(rotation.Exceptions.Where(e => e.Date.PlusDays(rotation.DaysOfTurn) >= today).Select(e => e.Person).OfType<PersonId>()).Distinct();
        var gone = named.Where(p => known.GetValueOrDefault(p) is not { Active: true }).Select(p => known.GetValueOrDefault(p)?.Name ?? "somebody unknown").Order(StringComparer.Ordinal);
        return new RotationState(
            rotation.Code,
            scope?.Role.Name,
            [.. gone],
            !rotation.People.Any(p => known.GetValueOrDefault(p) is { Active: true }),
            stored.MadeTo,
            RotationHorizon.Least(rotation),
            scope is null ? null : RotationTurns.End(rotation, scope.Clock));
    }
}
