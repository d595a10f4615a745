using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.SecondFactor;

/// <summary>Whether somebody must have a second factor.</summary>
public sealed class SecondFactorNeed(ISecondFactorRules rules, IDirectoryReads directory, IPersonStore people, IOrgUnitStore units)
{
    public async Task<bool> IsForAsync(PersonId person, CancellationToken cancellationToken)
    {
        var all = await rules.AllAsync(cancellationToken);
        if (all.Count == 0)
        {
            return false;
        }

        var tree = await units.TreeAsync(cancellationToken);
        var unit = await directory.PeopleAsync([person], cancellationToken) is [var found] ? found.OrgUnit : null;
        var grants = (await people.GrantsAsync([person], cancellationToken)).GetValueOrDefault(person, []);
        return all.Any(r => r.IsFor(grants, tree.Above(unit)));
    }
}
