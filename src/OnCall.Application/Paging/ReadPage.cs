using OnCall.Domain.Access;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Reads one page with its trail: its sender, those whom it has notified, dispatchers and auditors.</summary>
public sealed class ReadPage(PageMoves moves, PageAccess access, PageReader reader)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return await moves.FindAsync(page, cancellationToken) is not { } record ? PageProblems.UnknownPage
            : await access.MayReadAsync(caller, record, cancellationToken) ? await reader.ViewAsync(record, cancellationToken)
            : Refusal.Forbidden("Only those who take part in a page, dispatchers and auditors read it.");
    }
}
