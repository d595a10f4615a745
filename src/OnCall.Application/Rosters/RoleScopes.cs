using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Holidays;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters;

/// <summary>Looks up the scopes of roles: all units in one read, and the holidays of all of them in one read.</summary>
public sealed class RoleScopes(IDirectoryReads directory, IHolidays holidays, HouseZone house)
{
    private static readonly IReadOnlyDictionary<OrgUnitId, IReadOnlyList<Holiday>> NoHolidays = new Dictionary<OrgUnitId, IReadOnlyList<Holiday>>();

    public async Task<RoleScope> OfAsync(Role role, CancellationToken cancellationToken) =>
        (await OfAsync([role], cancellationToken))[role.Id];

    public async Task<IReadOnlyDictionary<RoleId, RoleScope>> OfAsync(IReadOnlyCollection<Role> roles, CancellationToken cancellationToken)
    {
        var units = await directory.UnitsAndAboveAsync(roles.Select(r => r.OrgUnit).OfType<OrgUnitId>(), cancellationToken);
        var daysOff = units.Count == 0 ? NoHolidays : await holidays.OfUnitsAsync([.. units.Values.SelectMany(u => u).Select(u => u.Id).Distinct()], cancellationToken);
        return roles.ToDictionary(r => r.Id, r =>
        {
            var above = r.OrgUnit is { } unit ? units[unit] : [];
            return new RoleScope(r, [.. above.Select(u => u.Id)], house.Of(r, above))
            {
                Holidays = Days(above, daysOff),
                SwapsWantApproval = above.Select(u => u.SwapApproval).FirstOrDefault(a => a is not null) != SwapApproval.None,
            };
        });
    }

    private static IReadOnlySet<LocalDate> Days(IReadOnlyList<OrgUnit> above, IReadOnlyDictionary<OrgUnitId, IReadOnlyList<Holiday>> daysOff) =>
        daysOff.Count == 0 ? NoDays.Holidays : above.SelectMany(u => daysOff.GetValueOrDefault(u.Id, [])).Select(h => h.Date).ToHashSet();
}
