using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Api.Screens.Staff;
using OnCall.Application;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>
/// The dispatchers' board: alarms about OnCall itself, the open pages, and beside them the trail of the one that is chosen. Its parts are
/// also read one by one, by the script that keeps it live.
/// </summary>
internal sealed partial class BoardScreen(
    ReadBoard read, WatchPage watch, ReadAlarms alarms, IPageChanges changes, RosterSnapshots snapshots, ScreenZones zones, IClock clock) : PageActsScreen
{
    /// <summary>The page of which a part is read, or with which something is done.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [FromQuery(Name = "page")]
    public Guid? Chosen { get; set; }

    [FromQuery(Name = "urgency")]
    public string? Urgency { get; set; }

    [FromQuery(Name = "unit")]
    public string? Unit { get; set; }

    [FromQuery(Name = "desk")]
    public string? Desk { get; set; }

    internal BoardAddress Address => new(Urgency, Unit, Desk == "yes", Chosen);

    /// <summary>Null while the pages cannot be read: the alarms, which come from memory, say why.</summary>
    internal Board? Board { get; private set; }

    internal IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    internal BesideView? Beside { get; private set; }

    internal IReadOnlyList<AlarmView> Alarms { get; private set; } = [];

    internal Instant Now { get; private set; }

    /// <summary>The number of the last event that is in it already.</summary>
    internal long Position { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, null, new TrailForm(), cancellationToken);

    /// <summary>The list alone.</summary>
    public async Task<IActionResult> OnGetListAsync(CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(Caller, Address.Filter, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        await DrawAsync(answer.Value, cancellationToken);
        return Partial("_List", this);
    }

    /// <summary>One line; nothing when the page does not stand on the board any more.</summary>
    public async Task<IActionResult> OnGetLineAsync(CancellationToken cancellationToken)
    {
        if (!ReadBoard.IsFor(Caller))
        {
            return Refuse(ReadBoard.NotForCaller);
        }

        return Id is { } id && await read.LineAsync(Caller, new PageId(id), cancellationToken) is { } line
            ? Partial("_Rows", new[] { await RowAsync(line, clock.GetCurrentInstant(), cancellationToken) })
            : new NoContentResult();
    }

    /// <summary>The page beside the list.</summary>
    public async Task<IActionResult> OnGetBesideAsync(CancellationToken cancellationToken)
    {
        if (!ReadBoard.IsFor(Caller))
        {
            return Refuse(ReadBoard.NotForCaller);
        }

        Chosen = Id;
        Now = clock.GetCurrentInstant();
        return await BesideAsync(null, null, new TrailForm(), cancellationToken) is { } beside ? Partial("_Beside", beside) : new NoContentResult();
    }

    /// <summary>The alarms alone.</summary>
    public async Task<IActionResult> OnGetAlarmsAsync(CancellationToken cancellationToken) => ReadBoard.IsFor(Caller)
        ? Partial("_Alarms", await alarms.StandingAsync(cancellationToken))
        : Refuse(ReadBoard.NotForCaller);

    private async Task<IActionResult> ShowAsync(Refusal? refusal, string? form, TrailForm typed, CancellationToken cancellationToken)
    {
        if (!ReadBoard.IsFor(Caller))
        {
            return Refuse(ReadBoard.NotForCaller);
        }

        // Before anything is read: what changes meanwhile is told again.
        Position = changes.Position;
        Alarms = await alarms.StandingAsync(cancellationToken);
        if (await PagesAsync(cancellationToken) is { } board)
        {
            await DrawAsync(board, cancellationToken);
            Beside = await BesideAsync(refusal, form, typed, cancellationToken);
        }

        return Page(refusal);
    }

    // A board that is empty without a word is worse than an error; one that says why is better.
    private async Task<Board?> PagesAsync(CancellationToken cancellationToken)
    {
        Now = clock.GetCurrentInstant();
        try
        {
            return (await read.RunAsync(Caller, Address.Filter, cancellationToken)).Value;
        }
        catch (Exception error) when (error is not OperationCanceledException && Alarms.Any(a => a.Severity == "critical"))
        {
            return null;
        }
    }

    private async Task DrawAsync(Board board, CancellationToken cancellationToken)
    {
        (Board, Now) = (board, clock.GetCurrentInstant());
        var rows = new List<BoardRow>(board.Lines.Count);
        foreach (var line in board.Lines)
        {
            rows.Add(await RowAsync(line, Now, cancellationToken));
        }

        Rows = rows;
    }

    private async ValueTask<BoardRow> RowAsync(BoardLine line, Instant now, CancellationToken cancellationToken) =>
        new(line, await zones.OfAsync(line.Page.Role.Code, cancellationToken), now, Address);

    private async Task<BesideView?> BesideAsync(Refusal? refusal, string? form, TrailForm typed, CancellationToken cancellationToken)
    {
        if (Chosen is not { } chosen || await watch.RunAsync(Caller, new PageId(chosen), cancellationToken) is not { Ok: true } watched)
        {
            return null;
        }

        var zone = await zones.OfAsync(watched.Value.Page.Role.Code, cancellationToken);
        var roles = watched.Value.Rights.PassOn ? (await snapshots.CurrentAsync(cancellationToken)).Roles.Select(r => r.Name) : [];
        return new BesideView(watched.Value, [.. roles], zone, Now, Address, refusal, form, typed);
    }
}
