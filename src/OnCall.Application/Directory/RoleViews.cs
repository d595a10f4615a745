using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Shows roles with the codes of what they refer to.</summary>
public sealed class RoleViews(IDirectoryReads directory, IPolicyStore policies, IOrgUnitStore units)
{
    public async Task<IReadOnlyList<RoleView>> OfAsync(IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(roles);
        var tree = await units.TreeAsync(cancellationToken);
        var policyCodes = (await policies.AllAsync(cancellationToken)).ToDictionary(p => p.Id, p => p.Code);
        var wanted = roles.Select(r => r.FallbackRole).OfType<RoleId>().Distinct().ToList();
        var fallbacks = (await directory.RolesAsync(wanted, cancellationToken)).ToDictionary(r => r.Id, r => r.Code);
        return [.. roles.Select(r => new RoleView(
            r.Code,
            r.Name,
            r.Aliases,
            tree.Find(r.OrgUnit)?.Code,
            r.Policy is { } policy ? policyCodes.GetValueOrDefault(policy) : null,
            r.FallbackRole is { } fallback ? fallbacks.GetValueOrDefault(fallback) : null,
            CoverageForm.Write(r.Coverage),
            ContactMethodView.Of(r.ContactMethods),
            r.TimeZone,
            DemandBody.Of(r.Demand)))];
    }
}
