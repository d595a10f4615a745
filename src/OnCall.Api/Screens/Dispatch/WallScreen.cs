using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>The board for a screen on a wall, which nobody touches: large, without anything of a patient, and with the time that it tells of.</summary>
internal sealed class WallScreen(ReadBoard read, ReadAlarms alarms, IPageChanges changes, IClock clock) : Screen
{
    /// <summary>Null while the pages cannot be read.</summary>
    internal Board? Board { get; private set; }

    internal IReadOnlyList<AlarmView> Alarms { get; private set; } = [];

    internal Instant Now { get; private set; }

    /// <summary>The number of the last event that is in it already.</summary>
    internal long Position { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ReadBoard.IsFor(Caller))
        {
            return Refuse(ReadBoard.NotForCaller);
        }

        Position = changes.Position;
        Now = clock.GetCurrentInstant();
        Alarms = await alarms.StandingAsync(cancellationToken);
        try
        {
            Board = (await read.RunAsync(Caller, BoardFilter.All, cancellationToken)).Value;
        }
        catch (Exception error) when (error is not OperationCanceledException && Alarms.Any(a => a.Severity == "critical"))
        {
            // The alarms say why.
        }

        return Page();
    }
}
