using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Works out what a rotation does to the roster. Pass the stamp that was read first: null when the roster has moved since.</summary>
public sealed class RotationPlanner(IRotations rotations, IRosterReads rosters, IRosterPeople people)
{
    /// <summary>Makes it anew from now on, or from its first hand-off where that is yet to come.</summary>
    /// <param name="before">As it stands; null for a new one.</param>
    internal async Task<PlannedRotation?> RenewAsync(Rotation rotation, StoredRotation? before, RoleScope scope, long stamp, Instant now, CancellationToken cancellationToken)
    {
        var from = Instant.Max(now, RotationTurns.Start(rotation, scope.Clock));
        var to = Instant.Max(from, RotationHorizon.Of(rotation, scope.Clock, now));
        var view = await rosters.LoadAsync([rotation.Role], from, Instant.Max(to, before?.MadeTo ?? to), cancellationToken);
        var own = before is null ? new HashSet<ShiftId>() : await rotations.OwnShiftsAsync(rotation.Id, from, cancellationToken);
        var named = await people.ByIdAsync(rotation.Everybody, cancellationToken);
        var made = Made(rotation, scope, named, from, to);
        var inForce = view.Of(rotation.Role).Shifts;
        var plan = RotationChange.Renew(rotation, inForce, own, made, from, PeopleOn(rotation, scope));
        var others = inForce.Where(s => s.Tier == rotation.Tier && !own.Contains(s.Id)).ToList();
        var stored = new StoredRotation(rotation, to, (before?.Version ?? 0) + 1, null);
        return view.Stamp == stamp ? new PlannedRotation(stored, from, made, view, others, plan, named) : null;
    }

    /// <summary>Goes on from where it ended, or from now where that is past: what nobody was on for is not made up.</summary>
    internal async Task<PlannedRotation?> ExtendAsync(StoredRotation before, RoleScope scope, long stamp, Instant now, CancellationToken cancellationToken)
    {
        var rotation = before.Rotation;
        var from = Instant.Max(now, before.MadeTo);
        var to = Instant.Max(from, RotationHorizon.Of(rotation, scope.Clock, now));
        var view = await rosters.LoadAsync([rotation.Role], from, to, cancellationToken);
        var named = await people.ByIdAsync(rotation.Everybody, cancellationToken);
        var made = Made(rotation, scope, named, from, to);
        var inForce = view.Of(rotation.Role).Shifts;
        var plan = RotationChange.Extend(rotation, inForce, made, PeopleOn(rotation, scope));
        var others = inForce.Where(s => s.Tier == rotation.Tier).ToList();
        var stored = before with { MadeTo = to, Version = before.Version + 1 };
        return view.Stamp == stamp ? new PlannedRotation(stored, from, made, view, others, plan, named) : null;
    }

    /// <summary>Takes its shifts out: those to come, and at once also the one that runs.</summary>
    internal async Task<PlannedRotation?> EndAsync(StoredRotation before, bool atOnce, long stamp, Instant now, CancellationToken cancellationToken)
    {
        var rotation = before.Rotation;
        var view = await rosters.LoadAsync([rotation.Role], now, Instant.Max(now + Duration.FromDays(1), before.MadeTo), cancellationToken);
        var own = await rotations.OwnShiftsAsync(rotation.Id, now, cancellationToken);
        var plan = RotationChange.End(rotation, view.Of(rotation.Role).Shifts.Where(s => own.Contains(s.Id)), now, atOnce);
        var stored = before with { EndedAt = now, Version = before.Version + 1 };
        return view.Stamp == stamp ? new PlannedRotation(stored, now, [], view, [], plan, new Dictionary<PersonId, RosterPerson>()) : null;
    }

    private static IReadOnlyList<NewShift> Made(Rotation rotation, RoleScope scope, IReadOnlyDictionary<PersonId, RosterPerson> named, Instant from, Instant to)
    {
        var inactive = rotation.Everybody.Where(p => named.GetValueOrDefault(p) is not { Active: true }).ToHashSet();
        return RotationShifts.Of(rotation, scope.Clock, scope.Holidays, inactive, from, to);
    }

    // How many are meant to be on is said of the primaries only.
    private static int PeopleOn(Rotation rotation, RoleScope scope) => rotation.Tier == 1 ? scope.Role.Coverage.People ?? 1 : 1;
}
