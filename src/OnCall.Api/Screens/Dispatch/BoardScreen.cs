using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>The dispatchers' board: alarms about OnCall itself, then the open pages.</summary>
internal sealed class BoardScreen(ReadBoard read, ReadAlarms alarms, IClock clock) : Screen
{
    /// <summary>Null while the pages cannot be read: the alarms, which come from memory, say why.</summary>
    internal Board? Board { get; private set; }

    internal IReadOnlyList<AlarmView> Alarms { get; private set; } = [];

    internal Instant Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ReadBoard.IsFor(Caller))
        {
            return Refuse(ReadBoard.NotForCaller);
        }

        Alarms = await alarms.StandingAsync(cancellationToken);
        var answer = await PagesAsync(cancellationToken);
        if (answer is { Ok: false })
        {
            return Refuse(answer.Refusal);
        }

        Board = answer?.Value;
        Now = clock.GetCurrentInstant();
        return Page();
    }

    // A board that is empty without a word is worse than an error; one that says why is better.
    private async Task<Answer<Board>?> PagesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await read.RunAsync(Caller, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException && Alarms.Any(a => a.Severity == "critical"))
        {
            return null;
        }
    }
}
