using OnCall.Application.Access.BreakGlass;
using OnCall.Application.Audit;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Reads one page with its trail: its sender, those whom it has notified, dispatchers and auditors.</summary>
public sealed class ReadPage(PageMoves moves, PageSight sight, PageReader reader, RecordReads reads)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, CancellationToken cancellationToken)
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
        return await reader.ViewAsync(record, cancellationToken);
    }
}
