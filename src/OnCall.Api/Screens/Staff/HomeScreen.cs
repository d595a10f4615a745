using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Api.Auth;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Paging;
using OnCall.Application.Readiness;

namespace OnCall.Api.Screens.Staff;

/// <summary>What is mine now: the pages that ask me, and those that I have.</summary>
internal sealed class HomeScreen(ReadInbox inbox, ReadReadiness readiness, IClock clock) : Screen
{
    internal IReadOnlyList<PageView> Asking { get; private set; } = [];

    internal IReadOnlyList<PageView> Taken { get; private set; } = [];

    internal Instant Now { get; private set; }

    /// <summary>Whether a page would be heard; null for a look by a script, which leaves that part of the screen alone.</summary>
    internal ReadinessView? Readiness { get; private set; }

    /// <summary>Whether this browser may keep the inbox for times without a network.</summary>
    internal KeptInbox Kept => new(Uri.EscapeDataString(Caller.Key), HttpContext.Session() is { Shared: false });

    /// <summary>Without scripts the screen loads itself again, unless that would wipe out a value being read back.</summary>
    internal bool MayReload => Asking.All(p => p.Urgency != "critical-result");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await inbox.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        Now = clock.GetCurrentInstant();
        Readiness = Request.Headers.ContainsKey("X-OnCall-Live") ? null : (await readiness.RunAsync(Caller, cancellationToken)).Value;
        Taken = [.. answer.Value.Items.Where(p => Me.HasIt(Caller, p))];
        Asking = [.. answer.Value.Items.Where(p => !Me.HasIt(Caller, p))];
        return Page();
    }
}
