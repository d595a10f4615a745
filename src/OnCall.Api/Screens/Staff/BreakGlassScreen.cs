using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Access.BreakGlass;
using OnCall.Domain.Paging;

namespace OnCall.Api.Screens.Staff;

/// <summary>Says what breaking the glass means, and asks why.</summary>
internal sealed class BreakGlassScreen(BreakGlassOnPage use) : Screen
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was chosen and typed, to be shown again after a refusal.</summary>
    internal BreakGlassRequest Typed { get; private set; } = new(null, null);

    public override IActionResult OnPost() => LocalRedirect($"/pages/{Id}/break-glass");

    public async Task<IActionResult> OnPostReadAsync([FromForm] string? reason, [FromForm] string? note, CancellationToken cancellationToken)
    {
        Typed = new BreakGlassRequest(reason, note);
        var answer = await use.RunAsync(Caller, new PageId(Id), Typed, cancellationToken);
        return answer.Ok || answer.Refusal.Type == "may-read-already" ? LocalRedirect("/pages/" + Id) : Again(answer.Refusal);
    }
}
