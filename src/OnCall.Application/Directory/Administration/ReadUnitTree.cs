using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory.Administration;

/// <summary>Shows administrators the org tree, with how much hangs on it.</summary>
public sealed class ReadUnitTree(IOrgUnitStore units, IDirectoryReads directory, IPersonStore people)
{
    public async Task<Answer<UnitTreeView>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (!AdministratorAccess.IsFor(caller))
        {
            return DirectoryProblems.NotAdministrator();
        }

        var tree = await units.TreeAsync(cancellationToken);
        var roles = (await directory.AllRolesAsync(cancellationToken)).ToLookup(r => r.OrgUnit);
        var entries = (await people.EntriesAsync(cancellationToken)).ToLookup(p => p.OrgUnit);
        return new UnitTreeView(
        [
            .. tree.FromTheTop().Select(u => Line(OrgUnitView.Of(u.Unit, tree), u.Unit.Id, u.Depth)),
            Line(null, null, 0),
        ]);

        UnitLine Line(OrgUnitView? unit, OrgUnitId? id, int depth)
        {
            var may = caller.May(Permission.Admin, tree.Above(id));
            return new(unit, depth, roles[id].Count(), may ? entries[id].Count() : null, may);
        }
    }
}
