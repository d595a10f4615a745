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
        var roles = await directory.RolesAsync([.. swap.Sides.Select(s => s.Role).Distinct()], cancellationToken);
        var around = await scopes.OfAsync([.. roles], cancellationToken);
        var two = (await directory.PeopleAsync([swap.Giver, swap.Taker], cancellationToken)).ToDictionary(p => p.Id);
        var schedulers = await SchedulersAsync(around.Values, cancellationToken);
        var others = schedulers.Where(s => !two.ContainsKey(s.Person.Id)).ToList();
        var told = (others.Count > 0 ? others : schedulers).GroupBy(s => s.Nearness).MinBy(g => g.Key)?.Select(s => s.Person) ?? [];
        return new SwapSetting(around, two[swap.Giver], two[swap.Taker], [.. schedulers.Select(s => s.Person)], [.. told]);
    }

    private async Task<List<(Person Person, Nearness Nearness)>> SchedulersAsync(IEnumerable<RoleScope> around, CancellationToken cancellationToken)
    {
        var schedulers = await directory.PeopleWhoMayAsync(Permission.Scheduler, cancellationToken);
        var administrators = await directory.PeopleWhoMayAsync(Permission.Admin, cancellationToken);
        var all = schedulers.Concat(administrators).DistinctBy(p => p.Id).ToList();
        var grants = await people.GrantsAsync([.. all.Select(p => p.Id)], cancellationToken);
        return
        [
            .. all.Select(p => (Person: p, Grants: grants.GetValueOrDefault(p.Id, [])))
                .Where(p => around.All(s => s.MaySchedule(new Caller(p.Person.EmployeeNo, p.Person.Id, p.Person.Name, p.Grants))))
                .Select(p => (p.Person, Of(p.Grants))),
        ];
    }

    private static Nearness Of(IReadOnlyList<Grant> grants) =>
        grants.Any(g => g is { Permission: Permission.Scheduler, OrgUnit: not null }) ? Nearness.OfTheUnits
        : grants.Any(g => g.Permission == Permission.Scheduler) ? Nearness.OfTheHouse
        : Nearness.Administrator;
}
