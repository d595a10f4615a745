using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Directory.Administration;

namespace OnCall.Api.Screens.Admin;

/// <summary>The people whom one administers.</summary>
internal sealed class PeopleScreen(FindPeople find) : Screen
{
    internal const string Path = "/admin/people";

    /// <summary>Part of a name or an employee number.</summary>
    [FromQuery(Name = "find")]
    public string? Find { get; set; }

    /// <summary>A unit's code.</summary>
    [FromQuery(Name = "unit")]
    public string? Unit { get; set; }

    internal FoundPeople People { get; private set; } = new([], 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await TakeAsync(find.RunAsync(Caller, Find, Unit, cancellationToken), found => People = found) ?? Page();
}
