using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Limits;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Search;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Api.Screens.Staff;

/// <summary>Page a role: who, how soon, what about.</summary>
internal sealed class PageRoleScreen(
    SendPage send, RoutinePages routine, ResolveRole resolve, SearchRoles search, FavouriteRoles favourites, LastCallback callback, IDirectoryReads directory, IIdSource ids) : Screen
{
    private const int MostOwn = 8;

    [BindProperty]
    public PageRoleForm Form { get; set; } = new();

    internal IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>Marked, or paged lately.</summary>
    internal IReadOnlyList<FoundRole> Own { get; private set; } = [];

    /// <summary>Who answers for the role that was typed; null until somebody asks.</summary>
    internal ResolveView? WhoIsOn { get; private set; }

    public async Task OnGetAsync(string? role, CancellationToken cancellationToken)
    {
        Form = new PageRoleForm { Key = NewKey(), Role = role, Callback = Caller.Person is { } person ? await callback.OfAsync(person, cancellationToken) : null };
        await FillAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(role))
        {
            await LookAsync(cancellationToken);
        }
    }

    /// <summary>Who is on now for the role typed. A post, so that nothing typed so far gets into an address.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        return await LookAsync(cancellationToken);
    }

    /// <summary>Marks the role typed as a favourite.</summary>
    public Task<IActionResult> OnPostMarkAsync(CancellationToken cancellationToken) => MarkAsync(favourites.AddAsync, cancellationToken);

    /// <summary>Takes the mark off the role typed.</summary>
    public Task<IActionResult> OnPostUnmarkAsync(CancellationToken cancellationToken) => MarkAsync(favourites.RemoveAsync, cancellationToken);

    /// <summary>Puts a template into the message, where the browser cannot do it by itself.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(CancellationToken cancellationToken)
    {
        Form.Body = MessageTemplates.After(Form.Body, MessageTemplates.All(T).FirstOrDefault(t => t.Code == Form.Template));
        Form.Template = null;
        ModelState.Clear();
        await FillAsync(cancellationToken);
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

    private async Task<IActionResult> MarkAsync(Func<Caller, string, CancellationToken, Task<Answer<ListOf<RoleName>>>> mark, CancellationToken cancellationToken)
    {
        var marked = await mark(Caller, Form.Role ?? "", cancellationToken);
        await FillAsync(cancellationToken);
        return marked.Ok ? await LookAsync(cancellationToken) : Again(marked.Refusal);
    }

    private async Task<IActionResult> LookAsync(CancellationToken cancellationToken)
    {
        var answer = await resolve.RunAsync(Form.Role, at: null, cancellationToken);
        if (!answer.Ok)
        {
            return Again(answer.Refusal);
        }

        WhoIsOn = answer.Value.View();
        Form.Role = WhoIsOn.Role.Name;
        return Page();
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        Roles = await directory.AllRolesAsync(cancellationToken);
        var found = await search.RunAsync(Caller, text: null, cancellationToken);
        Own = found.Ok ? [.. found.Value.Items.Where(r => r.Favourite || r.Recent).Take(MostOwn)] : [];
    }

    private string NewKey() => ids.NewId().ToString("N");
}
