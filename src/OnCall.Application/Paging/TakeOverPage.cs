using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>A dispatcher takes a page in hand for a short while.</summary>
public sealed class TakeOverPage(PageMoves moves, PageAccess access)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (!await access.IsDispatcherAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("Only a dispatcher takes a page over.");
        }

        return await moves.RunAsync(
            caller, page, "page.take-over", (escalation, situation, now) => TakeOverRules.TakeOver(escalation, caller.Name, situation, now), cancellationToken);
    }
}
