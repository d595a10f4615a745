using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory.Administration;

/// <summary>Shows administrators all roles, or those that a text is part of.</summary>
public sealed class ReadRolesByUnit(IOrgUnitStore units, IDirectoryReads directory, RoleViews views)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="text">Part of a code, name or alias, compared as addresses of roles are; null or empty for all.</param>
    /// <param name="unit">Code of the unit whose roles are wanted, without those below; null or empty for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<RolesByUnitView>> RunAsync(Caller caller, string? text, string? unit, CancellationToken cancellationToken)
    {
        if (!AdministratorAccess.IsFor(caller))
        {
            return DirectoryProblems.NotAdministrator();
        }

        var tree = await units.TreeAsync(cancellationToken);
        var wanted = (await directory.AllRolesAsync(cancellationToken)).Where(r => Has(r, text)).ToList();
        var shown = (await views.OfAsync(wanted, cancellationToken)).ToLookup(v => v.OrgUnit, StringComparer.OrdinalIgnoreCase);
        return new RolesByUnitView(
        [
            .. tree.FromTheTop().Select(u => (OrgUnit?)u.Unit).Append(null)
                .Where(u => string.IsNullOrWhiteSpace(unit) || string.Equals(u?.Code, unit.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(u => new UnitRoles(u is null ? null : OrgUnitView.Of(u, tree), caller.May(Permission.Admin, tree.Above(u?.Id)), [.. shown[u?.Code]]))
                .Where(u => u.Roles.Count > 0),
        ]);
    }

    private static bool Has(Role role, string? text) =>
        string.IsNullOrWhiteSpace(text)
        || (RoleAddress.TryParse(text, out var part)
            && role.Aliases.Append(role.Name).Append(role.Code).Any(a => RoleAddress.TryParse(a, out var address) && address.NormalForm.Contains(part.NormalForm, StringComparison.Ordinal)));
}
