using OnCall.Application.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters;

/// <summary>Looks up the scopes of roles, each unit once.</summary>
public sealed class RoleScopes(IDirectoryReads directory, HouseZone house)
{
    public async Task<RoleScope> OfAsync(Role role, CancellationToken cancellationToken) =>
        (await OfAsync([role], cancellationToken))[role.Id];

    public async Task<IReadOnlyDictionary<RoleId, RoleScope>> OfAsync(IReadOnlyCollection<Role> roles, CancellationToken cancellationToken)
    {
        var units = new Dictionary<OrgUnitId, IReadOnlyList<OrgUnit>>();
        foreach (var unit in roles.Select(r => r.OrgUnit).OfType<OrgUnitId>().Distinct())
        {
            units[unit] = await directory.UnitAndAboveAsync(unit, cancellationToken);
        }

        return roles.ToDictionary(r => r.Id, r =>
        {
            var above = r.OrgUnit is { } unit ? units[unit] : [];
            return new RoleScope(r, [.. above.Select(u => u.Id)], house.Of(r, above));
        });
    }
}
