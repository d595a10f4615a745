using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>A responder passes the page on to the next step.</summary>
public sealed class DeclinePage(PageMoves moves)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, string? reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is null)
        {
            return PageProblems.UnknownPage;
        }

        if (reply?.Length > 200)
        {
            return Refusal.Invalid(new InputProblem("reply", "At most 200 characters."));
        }

        var by = new Answerer(caller.Person, caller.Name);
        return await moves.RunAsync(
            caller, page, "page.decline", (escalation, situation, now) => ReplyRules.Decline(escalation, by, reply, situation, now), cancellationToken);
    }
}
