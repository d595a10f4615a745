using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Screens.Staff;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>What is done with a page without leaving the board. A refusal stands beside its form, with what was typed.</summary>
internal sealed partial class BoardScreen
{
    private PageId Acted => new(Id ?? Guid.Empty);

    public async Task<IActionResult> OnPostEscalateAsync([FromServices] EscalatePage use, CancellationToken cancellationToken) =>
        await DoneAsync(new TrailForm(), null, await use.RunAsync(Caller, Acted, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostTakeOverAsync([FromServices] TakeOverPage use, CancellationToken cancellationToken) =>
        await DoneAsync(new TrailForm(), null, await use.RunAsync(Caller, Acted, cancellationToken), cancellationToken);

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

    public override IActionResult OnPost() => LocalRedirect(Address.Here);

    private async Task<IActionResult> DoneAsync(TrailForm form, string? open, Answer<PageView> answer, CancellationToken cancellationToken)
    {
        if (answer.Ok)
        {
            return LocalRedirect(Address.Here);
        }

        Chosen = Id;
        return await ShowAsync(answer.Refusal, open, form, cancellationToken);
    }
}
