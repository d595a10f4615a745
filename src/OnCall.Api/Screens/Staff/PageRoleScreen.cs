using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Limits;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Roles;

namespace OnCall.Api.Screens.Staff;

/// <summary>Page a role: who, how soon, what about.</summary>
internal sealed class PageRoleScreen(SendPage send, RoutinePages routine, ResolveRole resolve, IDirectoryReads directory, HouseZone house, IIdSource ids) : Screen
{
    [BindProperty]
    public PageRoleForm Form { get; set; } = new();

    internal IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>By whose clock the search tells until when somebody is on.</summary>
    internal string Zone => house.Zone.Id;

    /// <summary>Who answers for the role that was typed; null until somebody asks.</summary>
    internal ResolveView? WhoIsOn { get; private set; }

    public async Task OnGetAsync(string? role, CancellationToken cancellationToken)
    {
        Form = new PageRoleForm { Key = NewKey(), Role = role };
        await FillAsync(cancellationToken);
    }

    /// <summary>Who is on now for the role typed. A post, so that nothing typed so far gets into an address.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        var answer = await resolve.RunAsync(Form.Role, at: null, cancellationToken);
        if (!answer.Ok)
        {
            return Again(answer.Refusal);
        }

        WhoIsOn = answer.Value.View();
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        var answer = routine.Check(HttpContext, Form.Urgency) is { } refused
            ? refused
            : await send.RunAsync(Caller, Form.Key, Form.ToRequest(), cancellationToken);
        if (answer.Ok)
        {
            return LocalRedirect("/pages/" + answer.Value.Id);
        }

        await FillAsync(cancellationToken);
        return Again(answer.Refusal.Type == "idempotency-key-reused" ? Changed() : answer.Refusal);
    }

    public override IActionResult OnPost() => LocalRedirect("/page");

    // Sent once, then changed after going back: another page, but only if it is meant.
    private Refusal Changed()
    {
        Form.Key = NewKey();
        return new Refusal(
            RefusalKind.Conflict, "sent-before", "You already sent a page from this form",
            "It was sent as it stood then; what you see now has not been sent. Send it to make it a page of its own, or look into your pages first.");
    }

    private async Task FillAsync(CancellationToken cancellationToken) => Roles = await directory.AllRolesAsync(cancellationToken);

    private string NewKey() => ids.NewId().ToString("N");
}
