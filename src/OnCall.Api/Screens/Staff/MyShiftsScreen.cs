using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using OnCall.Api.Auth;
using OnCall.Api.Endpoints.Feeds;
using OnCall.Api.Settings;
using OnCall.Application;
using OnCall.Application.Readiness;
using OnCall.Application.Rosters.Feeds;
using OnCall.Application.Rosters.Mine;

namespace OnCall.Api.Screens.Staff;

/// <summary>When I am on, who stands in for me, and the link by which a calendar shows the same.</summary>
internal sealed class MyShiftsScreen(ReadMyShifts read, ReadReadiness readiness, IClock clock) : Screen
{
    internal MyShiftsView Shifts { get; private set; } = new([], []);

    internal ReadinessView? Readiness { get; private set; }

    internal Instant Now { get; private set; }

    /// <summary>Told this once; null otherwise.</summary>
    internal FeedLink? Link { get; private set; }

    internal string? Done { get; private set; }

    /// <summary>Where that shift is offered to a colleague. One that runs is told by now: what is past of it is given to nobody.</summary>
    internal string SwapOf(MyShiftView shift) =>
        $"{AskSwapScreen.Path}?Role={Uri.EscapeDataString(shift.Role)}&At={Uri.EscapeDataString(InstantPattern.ExtendedIso.Format(Instant.Max(shift.Start, Now)))}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public override IActionResult OnPost() => LocalRedirect("/my-shifts");

    public async Task<IActionResult> OnPostLinkAsync([FromServices] RenewFeed renew, [FromServices] IOptions<OnCallOptions> options, CancellationToken cancellationToken)
    {
        var answer = await renew.OwnAsync(Caller, cancellationToken);
        Link = answer.Ok ? FeedLink.Of(HttpContext, options.Value, answer.Value) : null;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync([FromServices] RevokeFeed revoke, CancellationToken cancellationToken)
    {
        var answer = await revoke.OwnAsync(Caller, cancellationToken);
        Done = answer.Ok ? T["The link is ended: calendars that have it show nothing more."] : null;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Refusal? refused, CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        (Shifts, Now) = (answer.Value, clock.GetCurrentInstant());
        Readiness = (await readiness.RunAsync(Caller, cancellationToken)).Value;
        return Page(refused);
    }
}
