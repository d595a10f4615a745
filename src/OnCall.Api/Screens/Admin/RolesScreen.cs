using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Directory.Administration;

namespace OnCall.Api.Screens.Admin;

/// <summary>All roles, by their units.</summary>
internal sealed class RolesScreen(ReadRolesByUnit read) : Screen
{
    internal const string Path = "/admin/roles";

    /// <summary>Part of a name.</summary>
    [FromQuery(Name = "find")]
    public string? Find { get; set; }

    /// <summary>A unit's code.</summary>
    [FromQuery(Name = "unit")]
    public string? Unit { get; set; }

    internal RolesByUnitView Roles { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await TakeAsync(read.RunAsync(Caller, Find, Unit, cancellationToken), found => Roles = found) ?? Page();
}
