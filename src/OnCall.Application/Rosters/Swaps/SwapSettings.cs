using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Looks up what swaps stand in.</summary>
public sealed class SwapSettings(IDirectoryReads directory, IPersonStore people, RoleScopes scopes)
{
    private enum Nearness
    {
        OfTheUnits,
        OfTheHouse,
        Administrator,
    }

    public async Task<SwapSetting> OfAsync(Swap swap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(swap);
        return (await OfAsync([swap], cancellationToken))[swap.Id];
    }

    /// <summary>Of several at once, with one look at roles and people.</summary>
    public async Task<IReadOnlyDictionary<SwapId, SwapSetting>> OfAsync(IReadOnlyCollection<Swap> swaps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(swaps);
        var roles = await directory.RolesAsync([.. swaps.SelectMany(s => s.Sides).Select(s => s.Role).Distinct()], cancellationToken);
        var around = await scopes.OfAsync([.. roles], cancellationToken);
        var two = (await directory.PeopleAsync([.. swaps.SelectMany(s => new[] { s.Giver, s.Taker }).Distinct()], cancellationToken)).ToDictionary(p => p.Id);
        var schedulers = await SchedulersAsync(cancellationToken);
        return swaps.ToDictionary(s => s.Id, s => Of(s, around, two, schedulers));
    }

    private static SwapSetting Of(
        Swap swap, IReadOnlyDictionary<RoleId, RoleScope> scopes, Dictionary<PersonId, Person> people, List<(Caller Caller, Person Person, Nearness Nearness)> all)
    {
        var around = swap.Sides.Select(s => s.Role).Distinct().ToDictionary(r => r, r => scopes[r]);
        var two = new[] { swap.Giver, swap.Taker }.Distinct().ToDictionary(p => p, p => people[p]);
        var schedulers = all.Where(s => around.Values.All(r => r.MaySchedule(s.Caller))).ToList();
        var others = schedulers.Where(s => !two.ContainsKey(s.Person.Id)).ToList();
        var told = (others.Count > 0 ? others : schedulers).GroupBy(s => s.Nearness).MinBy(g => g.Key)?.Select(s => s.Person) ?? [];
        return new SwapSetting(around, two[swap.Giver], two[swap.Taker], [.. schedulers.Select(s => s.Person)], [.. told]);
    }

    private async Task<List<(Caller Caller, Person Person, Nearness Nearness)>> SchedulersAsync(CancellationToken cancellationToken)
    {
        var schedulers = await directory.PeopleWhoMayAsync(Permission.Scheduler, cancellationToken);
        var administrators = await directory.PeopleWhoMayAsync(Permission.Admin, cancellationToken);
        var all = schedulers.Concat(administrators).DistinctBy(p => p.Id).ToList();
        var grants = await people.GrantsAsync([.. all.Select(p => p.Id)], cancellationToken);
        return
        [
            .. all.Select(p => (Person: p, Grants: grants.GetValueOrDefault(p.Id, [])))
                .Select(p => (new Caller(p.Person.EmployeeNo, p.Person.Id, p.Person.Name, p.Grants), p.Person, Of(p.Grants))),
        ];
    }

    private static Nearness Of(IReadOnlyList<Grant> grants) =>
        grants.Any(g => g is { Permission: Permission.Scheduler, OrgUnit: not null }) ? Nearness.OfTheUnits
        : grants.Any(g => g.Permission == Permission.Scheduler) ? Nearness.OfTheHouse
        : Nearness.Administrator;
}
