using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Api.Problems;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Exports;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Api.Screens.Staff;

/// <summary>
/// One page, live: where it stands, whom it asked and what came of it, and what this person can do.
/// Fields to write in open one at a time (<c>?form=</c>), so that a screen that reloads itself never wipes out what is typed.
/// </summary>
internal sealed class TrailScreen(WatchPage watch, ExportPage export, IDirectoryReads directory, IClock clock) : PageActsScreen
{
    private const string BoardPath = "/board";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The form that is open; null or unknown opens none.</summary>
    [FromQuery(Name = "form")]
    public string? OpenForm { get; set; }

    internal WatchedPage Watched { get; private set; } = null!;

    internal IReadOnlyList<Role> Roles { get; private set; } = [];

    internal Instant Now { get; private set; }

    /// <summary>This person may export the page for a case review.</summary>
    internal bool MayExport { get; private set; }

    /// <summary>What was typed, to be shown again after a refusal.</summary>
    internal TrailForm Typed { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAcknowledgeAsync([FromForm] TrailForm form, [FromServices] AcknowledgePage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, null, await use.RunAsync(Caller, Acted, new AcknowledgeRequest(null, form.Reply, form.ReadBack), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostDeclineAsync([FromForm] TrailForm form, [FromServices] DeclinePage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, null, await use.RunAsync(Caller, Acted, null, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostMessageAsync([FromForm] TrailForm form, [FromServices] AddPageMessage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, TrailForms.Message, await use.RunAsync(Caller, Acted, form.Body, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostExportAsync([FromForm] TrailForm form, CancellationToken cancellationToken)
    {
        var answer = await export.RunAsync(Caller, Acted, new ExportBody(form.Reason, form.As), cancellationToken);
        if (answer.Ok)
        {
            return File(answer.Value.Content, answer.Value.MediaType, answer.Value.Name);
        }

        (Typed, OpenForm) = (form, TrailForms.Export);
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect("/pages/" + Id);

    private protected override PageId Acted => new(Id);

    private protected override async Task<IActionResult> DoneAsync(TrailForm form, string? open, Answer<PageView> answer, CancellationToken cancellationToken)
    {
        if (answer.Ok)
        {
            return LocalRedirect(form.From == "board" ? BoardPath : "/pages/" + Id);
        }

        Typed = form;
        OpenForm = open;
        return await ShowAsync(answer.Refusal, cancellationToken);
    }

    private ViewResult OfferToBreakTheGlass(Refusal refusal) =>
        (Notice.Of(refusal) with { Href = $"/pages/{Id}/break-glass", Link = "Break the glass…" }).Result(Problem.Status(refusal.Kind));

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken)
    {
        var answer = await watch.RunAsync(Caller, Acted, cancellationToken);
        if (!answer.Ok)
        {
            return answer.Refusal.Kind == RefusalKind.Forbidden && Caller.Person is not null ? OfferToBreakTheGlass(answer.Refusal) : Refuse(answer.Refusal);
        }

        Watched = answer.Value;
        Now = clock.GetCurrentInstant();
        MayExport = await export.MayAsync(Caller, Acted, cancellationToken);
        OpenForm = TrailForms.Allowed(OpenForm, Watched.Rights, MayExport) ? OpenForm : null;
        if (OpenForm == TrailForms.Reroute)
        {
            Roles = await directory.AllRolesAsync(cancellationToken);
        }

        return Page(refusal);
    }
}
