using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>
/// Who is on shift now without a verified contact method on a working channel. Whoever watches over this asks it again and again: a line
/// appears with the beginning of a shift, and goes with its end or with the first method that works. An open inbox does not count, since
/// it may be closed at any moment.
/// </summary>
public sealed class FindUnreachable(RosterSelection selection, IRosterReads rosters, IDirectoryReads directory, ChannelSet channels, IClock clock)
{
    // Only the instant is asked about; a range has an end.
    private static readonly Duration AnInstant = Duration.FromSeconds(1);

    /// <summary>In the whole hospital, the longest on shift first. Units are not asked for: nobody's permissions are in question.</summary>
    public async Task<IReadOnlyList<UnreachableLine>> EverywhereAsync(CancellationToken cancellationToken) =>
        await LinesAsync(await directory.AllRolesAsync(cancellationToken), cancellationToken);

    /// <summary>In the units that the caller dispatches for, schedules, administers or audits.</summary>
    /// <param name="orgUnit">The code of a unit: its roles and those of the units below it; null for all.</param>
    public async Task<Answer<ListOf<UnreachableLine>>> RunAsync(Caller caller, string? orgUnit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Grants.Any(g => g.Permission is not (Permission.Staff or Permission.Integration)))
        {
            return Refusal.Forbidden("Who cannot be reached is for dispatchers, schedulers, administrators and auditors.");
        }

        var selected = await selection.FindAsync(caller, new RosterQuery(orgUnit, null, null, null), cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var roles = selected.Value.Where(s => MaySee(caller, s.Scope.UnitAndAbove)).Select(s => s.Scope.Role).ToList();
        return new ListOf<UnreachableLine>(await LinesAsync(roles, cancellationToken), null);
    }

    private static bool MaySee(Caller caller, IReadOnlyCollection<OrgUnitId> unitAndAbove) =>
        caller.May(Permission.Dispatcher, unitAndAbove) || caller.May(Permission.Scheduler, unitAndAbove) || caller.May(Permission.Auditor, unitAndAbove);

    private async Task<IReadOnlyList<UnreachableLine>> LinesAsync(IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var view = await rosters.LoadAsync([.. roles.Select(r => r.Id)], now, now + AnInstant, cancellationToken);
        var on = roles.SelectMany(r => RosterResolver.Resolve(view.Of(r.Id), now).Responders.Select(p => (Role: r, On: p))).ToList();
        var people = await directory.PeopleAsync([.. on.Select(o => o.On.Person).Distinct()], cancellationToken);
        var unreachable = people.Where(p => WorkingMethods.Of(p, channels.Works).Count == 0).ToDictionary(p => p.Id);
        var reached = on.Where(o => !unreachable.ContainsKey(o.On.Person)).Select(o => o.Role.Id).ToHashSet();
        return
        [
            .. on.Where(o => unreachable.ContainsKey(o.On.Person))
                .OrderBy(o => o.On.Since).ThenBy(o => o.Role.Name, StringComparer.Ordinal).ThenBy(o => o.On.Tier)
                .Select(o => Line(o.Role, unreachable[o.On.Person], o.On, !reached.Contains(o.Role.Id))),
        ];
    }

    private static UnreachableLine Line(Role role, Person person, OnShift on, bool nobodyElse) =>
        new(new RoleName(role.Code, role.Name), new PersonName(person.EmployeeNo, person.Name), on.Tier, on.Since, on.Until, nobodyElse);
}
