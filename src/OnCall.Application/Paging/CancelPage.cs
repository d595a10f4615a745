using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Withdraws a page: its sender, or a dispatcher.</summary>
public sealed class CancelPage(PageMoves moves, PageAccess access)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (reason?.Length > 400)
        {
            return Refusal.Invalid(new InputProblem("reason", "At most 400 characters."));
        }

        if (!PageAccess.IsSender(caller, record) && !await access.IsDispatcherAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("Only the sender or a dispatcher cancels a page.");
        }

        return await moves.RunAsync(
            caller, page, "page.cancel", (escalation, situation, now) => CourseRules.Cancel(escalation, caller.Name, reason?.Trim(), situation, now), cancellationToken);
    }
}
