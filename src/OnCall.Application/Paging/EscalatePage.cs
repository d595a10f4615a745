using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Runs the next step now: for the sender, a responder or a dispatcher who will not wait.</summary>
public sealed class EscalatePage(PageMoves moves, PageAccess access)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (!PageAccess.IsSender(caller, record) && !PageAccess.IsAsked(caller, record) && !await access.IsDispatcherAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("Only the sender, somebody whom the page has notified, or a dispatcher makes it go on.");
        }

        return await moves.RunAsync(
            caller, page, "page.escalate", (escalation, situation, now) => CourseRules.Escalate(escalation, caller.Name, situation, now), cancellationToken);
    }
}
