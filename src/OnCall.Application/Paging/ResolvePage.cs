using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Closes a page with an outcome: whoever acknowledged it, or a dispatcher.</summary>
public sealed class ResolvePage(PageMoves moves, PageAccess access)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, string? outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (string.IsNullOrWhiteSpace(outcome) || outcome.Length > 400)
        {
            return Refusal.Invalid(new InputProblem("outcome", "Say in 1 to 400 characters what came of it."));
        }

        var isDispatcher = await access.IsDispatcherAsync(caller, record, cancellationToken);
        var has = caller.Person is { } person && record.Escalation.Acknowledgements.Any(a => a.Person == person);
        if (!isDispatcher && !has)
        {
            return Refusal.Forbidden("Only whoever acknowledged the page, or a dispatcher, resolves it.");
        }

        return await moves.RunAsync(
            caller, page, "page.resolve",
            (escalation, situation, now) => CourseRules.Resolve(escalation, new Answerer(caller.Person, caller.Name, IsDispatcher: isDispatcher), outcome.Trim(), situation, now),
            cancellationToken);
    }
}
