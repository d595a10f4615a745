using OnCall.Application.Access.BreakGlass;
using OnCall.Application.Audit;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Reads one page for somebody who may act on it. Whoever may read it (<see cref="ReadPage"/>) may watch it.</summary>
public sealed class WatchPage(PageMoves moves, PageSight sight, PageAccess access, PageReader reader, RecordReads reads)
{
    public async Task<Answer<WatchedPage>> RunAsync(Caller caller, PageId page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (!await sight.MaySeeAsync(caller, record, cancellationToken))
        {
            return PageProblems.NotReader;
        }

        await reads.NoteAsync(caller, record);
        var rights = PageRights.Of(caller, record, await access.IsDispatcherAsync(caller, record, cancellationToken));
        return new WatchedPage(await reader.ViewAsync(record, cancellationToken), rights, Upcoming.Of(record.Escalation));
    }
}
