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
        OrgUnitId?[] reach = role.OrgUnit is { } unit ? [.. (await directory.UnitAndAboveAsync(unit, cancellationToken)).Select(u => (OrgUnitId?)u.Id), null] : [null];
        var (auditors, administrators) = (
            await Holders.OfAsync(Permission.Auditor, directory, people, cancellationToken), await Holders.OfAsync(Permission.Admin, directory, people, cancellationToken));
        return [.. reach.SelectMany(u => auditors[u].Concat(administrators[u])).DistinctBy(p => p.Id)];
    }
}
