using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Rosters.WhoIsOn;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>Who is on now, everywhere; and what a person is on.</summary>
internal sealed class WhoIsOnScreen(ReadWhoIsOn read) : Screen
{
    /// <summary>Part of the name of a role, a unit or a person.</summary>
    [FromQuery(Name = "find")]
    public string? Find { get; set; }

    internal WhoIsOnView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await read.RunAsync(Caller, Find, cancellationToken);
}
