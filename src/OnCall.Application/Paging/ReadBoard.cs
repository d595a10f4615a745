using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>
/// The board of pages that are open, or whose owners are being asked what came of them: of the whole hospital, or of the units for which
/// the caller is a dispatcher. However many pages there are, it asks the database as often.
/// </summary>
public sealed class ReadBoard(
    IPageStore pages, IDirectoryReads directory, IOrgUnitStore units, PageReader reader, IAttemptReads attempts, RecordReads reads)
{
    /// <summary>More than anyone can watch; the rest is counted.</summary>
    public const int MostLines = 500;

    private const int Part = 500;

    /// <summary>What everyone else is answered.</summary>
    public static readonly Refusal NotForCaller = Refusal.Forbidden("The board is for dispatchers and administrators.");

    /// <summary>Whether the caller has a board at all.</summary>
    public static bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Grants.Any(g => g.Permission is Permission.Dispatcher or Permission.Admin);
    }

    /// <summary>The whole board.</summary>
    public async Task<Answer<Board>> RunAsync(Caller caller, BoardFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (!IsFor(caller))
        {
            return NotForCaller;
        }

        var tree = await units.TreeAsync(cancellationToken);
        var mine = await OfAsync(caller, await OpenAsync(cancellationToken), tree, cancellationToken);
        var wanted = mine.Where(m => Fits(m, filter, tree)).ToList();
        var shown = wanted
            .OrderByDescending(m => m.Record.Page.Urgency)
            .ThenBy(m => m.Upcoming?.At ?? Instant.MaxValue)
            .ThenBy(m => m.Record.Page.SentAt)
            .Take(MostLines)
            .ToList();
        await reads.NoteAsync(caller, shown.Select(s => s.Record.Page.Id));
        var dispatched = tree.Units.Where(u => caller.May(Permission.Dispatcher, tree.Above(u.Id))).OrderBy(u => u.Name, StringComparer.InvariantCulture);
        return new Board(
            await LinesAsync(shown, cancellationToken), wanted.Count - shown.Count, mine.Count - wanted.Count, [.. dispatched.Select(u => new BoardUnit(u.Code, u.Name))]);
    }

    /// <summary>One line of it; null when the page does not stand on this caller's board.</summary>
    public async Task<BoardLine?> LineAsync(Caller caller, PageId page, CancellationToken cancellationToken)
    {
        if (!IsFor(caller))
        {
            return null;
        }

        var record = (await pages.LoadAsync([page], cancellationToken)).Where(r => (r.Escalation.IsOpen || r.Escalation.IsOverdue) && r.Escalation.Role != SelfTest.Role);
        var mine = await OfAsync(caller, [.. record], await units.TreeAsync(cancellationToken), cancellationToken);
        await reads.NoteAsync(caller, mine.Select(m => m.Record.Page.Id));
        return (await LinesAsync(mine, cancellationToken)).SingleOrDefault();
    }

    private static bool Fits(Standing line, BoardFilter filter, OrgTree tree) =>
        (filter.Urgency is null || line.Record.Page.Urgency == filter.Urgency)
        && (!filter.AtDesk || line.Record.Escalation is { AtDesk: true, IsOpen: true })
        && (filter.Unit is null || tree.Find(filter.Unit) is not { } unit || line.Above.Contains(unit.Id));

    private async Task<List<Standing>> OfAsync(Caller caller, IReadOnlyList<PageRecord> open, OrgTree tree, CancellationToken cancellationToken)
    {
        var roles = (await directory.RolesAsync([.. open.Select(r => r.Escalation.Role).Distinct()], cancellationToken)).ToDictionary(r => r.Id, r => r.OrgUnit);
        var above = roles.Values.Distinct().Select(unit => (Unit: unit, Above: tree.Above(unit))).ToLookup(u => u.Unit, u => u.Above);
        return
        [
            .. open
                .Select(r => (Record: r, Unit: roles.GetValueOrDefault(r.Escalation.Role)))
                .Select(r => new Standing(r.Record, tree.Find(r.Unit)?.Name, above[r.Unit].FirstOrDefault() ?? [], Upcoming.Of(r.Record.Escalation)))
                .Where(s => caller.May(Permission.Dispatcher, s.Above)),
        ];
    }

    private async Task<IReadOnlyList<BoardLine>> LinesAsync(IReadOnlyList<Standing> shown, CancellationToken cancellationToken)
    {
        var views = await reader.ListAsync([.. shown.Select(s => s.Record)], cancellationToken);
        var last = (await attempts.LastAsync([.. shown.Select(s => s.Record.Page.Id)], cancellationToken)).ToDictionary(e => e.Page, PageReader.Line);
        return [.. shown.Zip(views, (s, view) => new BoardLine(view, s.Unit, s.Upcoming, last.GetValueOrDefault(s.Record.Page.Id)))];
    }

    // The store lists the newest first, so the whole of it is read before the most urgent are chosen.
    private async Task<List<PageRecord>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<PageRecord>();
        PageId? before = null;
        IReadOnlyList<PageRecord> part;
        do
        {
            part = await pages.ListAsync(new PageFilter(PageState.Open, null, null, before, Part, OrOverdue: true), cancellationToken);
            open.AddRange(part);
            before = part.Count > 0 ? part[^1].Page.Id : null;
        }
        while (part.Count == Part);
        return open;
    }

    /// <param name="Above">The unit of its role and those above it.</param>
    private sealed record Standing(PageRecord Record, string? Unit, IReadOnlyList<OrgUnitId> Above, Upcoming? Upcoming);
}
