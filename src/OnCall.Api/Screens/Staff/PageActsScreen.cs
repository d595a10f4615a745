using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Screens.Staff;

/// <summary>What can be done with a page where it is looked at: on its own screen, and beside the board. The use cases decide who may.</summary>
internal abstract class PageActsScreen : Screen
{
    /// <summary>The page that something is done with.</summary>
    private protected abstract PageId Acted { get; }

    public async Task<IActionResult> OnPostEscalateAsync([FromForm] TrailForm form, [FromServices] EscalatePage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, null, await use.RunAsync(Caller, Acted, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostTakeOverAsync([FromForm] TrailForm form, [FromServices] TakeOverPage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, null, await use.RunAsync(Caller, Acted, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostCalledInAsync([FromForm] TrailForm form, [FromServices] AcknowledgePage use, CancellationToken cancellationToken) =>
        await DoneAsync(
            form, TrailForms.CalledIn,
            string.IsNullOrWhiteSpace(form.By)
                ? Refusal.Invalid(new InputProblem("by", "Give the employee number of whoever called in."))
                : await use.RunAsync(Caller, Acted, new AcknowledgeRequest(form.By.Trim(), form.Reply, form.ReadBack), cancellationToken),
            cancellationToken);

    public async Task<IActionResult> OnPostRerouteAsync([FromForm] TrailForm form, [FromServices] ReroutePage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, TrailForms.Reroute, await use.RunAsync(Caller, Acted, form.Role, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostResolveAsync([FromForm] TrailForm form, [FromServices] ResolvePage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, TrailForms.Resolve, await use.RunAsync(Caller, Acted, form.Outcome, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostCancelAsync([FromForm] TrailForm form, [FromServices] CancelPage use, CancellationToken cancellationToken) =>
        await DoneAsync(form, TrailForms.Cancel, await use.RunAsync(Caller, Acted, form.Reason, cancellationToken), cancellationToken);

    /// <summary>Goes on where it was done; or shows the screen again with the refusal beside that form and what was typed in it.</summary>
    private protected abstract Task<IActionResult> DoneAsync(TrailForm form, string? open, Answer<PageView> answer, CancellationToken cancellationToken);
}
