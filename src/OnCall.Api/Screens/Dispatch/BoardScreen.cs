using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>The dispatchers' board of open pages.</summary>
internal sealed class BoardScreen(ReadBoard read, IClock clock) : Screen
{
    internal Board Board { get; private set; } = new([], 0);

    internal Instant Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        Board = answer.Value;
        Now = clock.GetCurrentInstant();
        return Page();
    }
}
