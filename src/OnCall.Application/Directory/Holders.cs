using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>The active people who hold a permission, by the unit that they hold it for; null for the whole hospital.</summary>
internal static class Holders
{
    /// <summary>In the order of employee numbers.</summary>
    internal static async Task<ILookup<OrgUnitId?, Person>> OfAsync(
        Permission permission, IDirectoryReads directory, IPersonStore people, CancellationToken cancellationToken)
    {
        var all = await directory.PeopleWhoMayAsync(permission, cancellationToken);
        var grants = await people.GrantsAsync([.. all.Select(p => p.Id)], cancellationToken);
        return all
            .SelectMany(p => grants.GetValueOrDefault(p.Id, []).Where(g => g.Permission == permission).Select(g => (g.OrgUnit, Person: p)))
            .OrderBy(g => g.Person.EmployeeNo, StringComparer.Ordinal)
            .ToLookup(g => g.OrgUnit, g => g.Person);
    }
}
