using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Access.BreakGlass;

/// <summary>Who is told of a broken glass: every active auditor and administrator whose permission reaches the role.</summary>
public sealed class GlassWatchers(IDirectoryReads directory, IPersonStore people)
{
    public async Task<IReadOnlyList<Person>> OfAsync(Role role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(role);
        var above = role.OrgUnit is { } unit ? (await directory.UnitAndAboveAsync(unit, cancellationToken)).Select(u => u.Id).ToHashSet() : [];
        var found = new Dictionary<PersonId, Person>();
        foreach (var permission in new[] { Permission.Auditor, Permission.Admin })
        {
            var all = await directory.PeopleWhoMayAsync(permission, cancellationToken);
            var grants = await people.GrantsAsync([.. all.Select(p => p.Id)], cancellationToken);
            foreach (var person in all.Where(p => grants.GetValueOrDefault(p.Id, []).Any(g => g.Permission == permission && (g.OrgUnit is not { } of || above.Contains(of)))))
            {
                found[person.Id] = person;
            }
        }

        return [.. found.Values];
    }
}
