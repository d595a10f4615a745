using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Creates or changes a role, its names and what it refers to.</summary>
public sealed class PutRole(
    IDirectoryReads directory, IRoleStore roles, IPolicyStore policies, IOrgUnitStore units, RoleViews views, RosterSignal signal,
    IIdSource ids, IClock clock)
{
    private static readonly PutRoleValidator Validator = new();

    /// <param name="shown">What <see cref="Shown.Mark"/> gives for what the caller saw; null writes whatever stands there.</param>
    public Task<Answer<RoleView>> RunAsync(Caller caller, PutRoleRequest request, CancellationToken cancellationToken, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return Raced.RetryAsync(Validator, request, () => TryAsync(caller, request, shown, cancellationToken));
    }

    private async Task<Answer<RoleView>?> TryAsync(Caller caller, PutRoleRequest request, string? shown, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var found = await directory.FindRoleAsync(request.Code!, cancellationToken);
        var before = string.Equals(found?.Code, request.Code, StringComparison.Ordinal) ? found : null;
        var unit = request.OrgUnit is null ? null : tree.Find(request.OrgUnit);
        if (!caller.May(Permission.Admin, tree.Above(unit?.Id)) || (before is not null && !caller.May(Permission.Admin, tree.Above(before.OrgUnit))))
        {
            return DirectoryProblems.NotAdministrator();
        }

        if (await Shown.RefuseAsync(shown, before, async b => (await views.OfAsync([b], cancellationToken))[0]) is { } stale)
        {
            return stale;
        }

        var policy = request.Policy is null ? null : await policies.FindAsync(request.Policy, cancellationToken);
        var fallback = request.FallbackRole is null ? null : await directory.FindRoleAsync(request.FallbackRole, cancellationToken);
        IReadOnlyList<InputProblem> problems =
        [
            .. request.OrgUnit is not null && unit is null ? new[] { DirectoryProblems.NoUnit("orgUnit", request.OrgUnit) } : [],
            .. request.Policy is not null && policy is null ? new[] { new InputProblem("policy", "There is no policy with this code.", request.Policy) } : [],
            .. FallbackProblems(request, before, fallback),
            .. ContactMethods.UnknownDevices(request.ContactMethods, []),
        ];
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var role = new Role(
            before?.Id ?? new RoleId(ids.NewId()), request.Code!, request.Name!.Trim(), RoleNames.Aliases(request), unit?.Id, policy?.Id, fallback?.Id,
            CoverageForm.Read(request.Coverage), ContactMethods.Merge(request.ContactMethods, before?.ContactMethods ?? [], ids), request.TimeZone)
        {
            Demand = DemandBody.Read(request.Demand),
        };
        if (await TakenAsync(role, cancellationToken) is { } taken)
        {
            return taken;
        }

        var view = (await views.OfAsync([role], cancellationToken))[0];
        var detail = view with { ContactMethods = DirectoryAudit.Masked(view.ContactMethods) };
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "role.put", "role:" + role.Code, detail);
        if (await roles.SaveAsync(role, before is null, audit, cancellationToken) == SaveResult.Raced)
        {
            return null;
        }

        signal.Announce();
        return before is null ? Answer<RoleView>.Created(view) : view;
    }

    private static IEnumerable<InputProblem> FallbackProblems(PutRoleRequest request, Role? before, Role? fallback)
    {
        if (request.FallbackRole is null)
        {
            yield break;
        }

        if (fallback is not null && fallback.Id == before?.Id)
        {
            yield return new InputProblem("fallbackRole", "A role cannot stand in for itself.", request.FallbackRole);
        }
        else if (fallback is null)
        {
            yield return new InputProblem("fallbackRole", "There is no role with this code, name or alias.", request.FallbackRole);
        }
    }

    private async Task<Refusal?> TakenAsync(Role role, CancellationToken cancellationToken)
    {
        var addresses = RoleNames.Addresses(role);
        var owners = await roles.OwnersAsync([.. addresses.Select(a => a.Address)], cancellationToken);
        var taken = addresses.Where(a => owners.TryGetValue(a.Address, out var owner) && owner != role.Id).ToList();
        if (taken.Count == 0)
        {
            return null;
        }

        var ownerId = owners[taken[0].Address];
        var other = (await directory.RolesAsync([ownerId], cancellationToken))[0];
        return new Refusal(
            RefusalKind.Conflict, "role-address-taken", "Another role is written like that", $"'{taken[0].Address.Written}' already means {other.Name} ({other.Code}). Case, width, spaces and the kind of dash do not count.")
        {
            Errors = [.. taken.Select(t => new InputProblem(t.Field, "Another role has this address.", t.Address.Written))],
            Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["role"] = new RoleName(other.Code, other.Name) },
        };
    }
}
