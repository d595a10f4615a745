using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Screens.Staff;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>What is done with a page without leaving the board. A refusal stands beside its form, with what was typed.</summary>
internal sealed partial class BoardScreen
{
    private protected override PageId Acted => new(Id ?? Guid.Empty);

    public override IActionResult OnPost() => LocalRedirect(Address.Here);

    private protected override async Task<IActionResult> DoneAsync(TrailForm form, string? open, Answer<PageView> answer, CancellationToken cancellationToken)
    {
        if (answer.Ok)
        {
            return LocalRedirect(Address.Here);
        }

        Chosen = Id;
        return await ShowAsync(answer.Refusal, open, form, cancellationToken);
    }
}
