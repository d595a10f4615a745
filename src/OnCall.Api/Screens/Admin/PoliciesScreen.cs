using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens.Admin;

/// <summary>All policies, and how many roles go by each.</summary>
internal sealed class PoliciesScreen(ReadPolicies read, ReadRolesByUnit roles) : Screen
{
    internal const string Path = "/admin/policies";
    private const int Most = 500;

    internal IReadOnlyList<PolicyView> Policies { get; private set; } = [];

    /// <summary>How many roles go by a policy, by its code.</summary>
    internal IReadOnlyDictionary<string, int> Used { get; private set; } = new Dictionary<string, int>();

    /// <summary>Policies belong to the whole hospital.</summary>
    internal bool MayChange => Caller.May(Permission.Admin);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await roles.RunAsync(Caller, null, null, cancellationToken);
        if (!known.Ok)
        {
            return Refuse(known.Refusal);
        }

        Policies = (await read.ListAsync(Caller, new ListRequest(null, Most), cancellationToken)).Value?.Items ?? [];
        Used = known.Value.Units.SelectMany(u => u.Roles).Select(r => r.Policy).OfType<string>().CountBy(p => p).ToDictionary();
        return Page();
    }
}
