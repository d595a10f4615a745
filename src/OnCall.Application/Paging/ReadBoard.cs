using NodaTime;
using OnCall.Application.Audit;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>The board of pages that are open, or whose owners are being asked what came of them: of the whole hospital, or of the units for which the caller is a dispatcher.</summary>
public sealed class ReadBoard(IPageStore pages, PageAccess access, PageReader reader, IAttemptReads attempts, RecordReads reads)
{
    /// <summary>More than anyone can watch; the rest is counted.</summary>
    public const int MostLines = 200;

    private const int Part = 100;

    /// <summary>What everyone else is answered.</summary>
    public static readonly Refusal NotForCaller = Refusal.Forbidden("The board is for dispatchers and administrators.");

    /// <summary>Whether the caller has a board at all.</summary>
    public static bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Grants.Any(g => g.Permission is Permission.Dispatcher or Permission.Admin);
    }

    public async Task<Answer<Board>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (!IsFor(caller))
        {
            return NotForCaller;
        }

        var open = await OpenAsync(caller, cancellationToken);
        var shown = open
            .Select(r => (Record: r, Upcoming: Upcoming.Of(r.Escalation)))
            .OrderByDescending(r => r.Record.Page.Urgency)
            .ThenBy(r => r.Upcoming?.At ?? Instant.MaxValue)
            .ThenBy(r => r.Record.Page.SentAt)
            .Take(MostLines)
            .ToList();
        await reads.NoteAsync(caller, shown.Select(s => s.Record.Page.Id));
        var views = await reader.ListAsync([.. shown.Select(s => s.Record)], cancellationToken);
        var last = (await attempts.LastAsync([.. shown.Select(s => s.Record.Page.Id)], cancellationToken)).ToDictionary(e => e.Page, PageReader.Line);
        var lines = shown.Zip(views, (s, view) => new BoardLine(view, s.Upcoming, last.GetValueOrDefault(s.Record.Page.Id)));
        return new Board([.. lines], open.Count - shown.Count);
    }

    // The store lists the newest first, so the whole of it is read before the most urgent are chosen.
    private async Task<List<PageRecord>> OpenAsync(Caller caller, CancellationToken cancellationToken)
    {
        var mine = new List<PageRecord>();
        PageId? before = null;
        IReadOnlyList<PageRecord> part;
        do
        {
            part = await pages.ListAsync(new PageFilter(PageState.Open, null, null, before, Part, OrOverdue: true), cancellationToken);
            foreach (var record in part)
            {
                if (await access.IsDispatcherAsync(caller, record, cancellationToken))
                {
                    mine.Add(record);
                }
            }

            before = part.Count > 0 ? part[^1].Page.Id : null;
        }
        while (part.Count == Part);
        return mine;
    }
}
