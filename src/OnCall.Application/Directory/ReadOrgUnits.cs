using OnCall.Domain.Access;

namespace OnCall.Application.Directory;

/// <summary>Shows the org tree to whoever works here.</summary>
public sealed class ReadOrgUnits(IOrgUnitStore units)
{
    public async Task<Answer<OrgUnitView>> FindAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var tree = await units.TreeAsync(cancellationToken);
        return tree.Find(code) is { } unit
            ? OrgUnitView.Of(unit, tree)
            : DirectoryProblems.Unknown("unknown-org-unit", "No such unit", $"No unit has the code '{code}'.");
    }

    public async Task<Answer<ListOf<OrgUnitView>>> ListAsync(Caller caller, ListRequest request, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var tree = await units.TreeAsync(cancellationToken);
        return ListPart.Of(tree.Units.Select(u => OrgUnitView.Of(u, tree)), u => u.Code, request);
    }
}
