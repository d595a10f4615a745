using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>
/// Takes a page: a responder for themselves, a dispatcher for themselves or for anyone active who called in, and for a responder the system that sent
/// it or one that may relay answers.
/// </summary>
public sealed class AcknowledgePage(PageMoves moves, PageAccess access, IDirectoryReads directory)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, AcknowledgeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (TooLong(request) is { } problem)
        {
            return Refusal.Invalid(problem);
        }

        var isDispatcher = await access.IsDispatcherAsync(caller, record, cancellationToken);
        if (caller.IsIntegration && !isDispatcher && !await access.MayRelayAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("A system takes only pages that it sent itself, and those of roles for which its key has the permission integration. Nothing was taken.");
        }

        var by = await AnswererAsync(caller, request.By, isDispatcher, cancellationToken);
        if (by.Refusal is { } refusal)
        {
            return refusal;
        }

        var answer = await moves.RunAsync(
            caller, page, "page.acknowledge",
            (escalation, situation, now) => ReplyRules.Acknowledge(escalation, by.Value!, request.Reply, request.ReadBack, situation, now),
            cancellationToken,
            new SituationNeeds([], by.Value!.Person is { } person ? [person] : []));
        return answer.Ok && !await access.MayReadAsync(caller, record, cancellationToken) ? Unsaid(answer.Value) : answer;
    }

    // Whoever relays an answer has no need of what the page says.
    private static PageView Unsaid(PageView view) => view with { Subject = null, Body = null, PatientRef = null, Replies = [], Acknowledgements = [], Events = [] };

    private async Task<Answer<Answerer>> AnswererAsync(Caller caller, string? by, bool isDispatcher, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(by))
        {
            return caller.Person is { } self
                ? new Answerer(self, caller.Name, IsDispatcher: isDispatcher)
                : Refusal.Invalid(new InputProblem("by", "An integration says who acknowledges: give the employee number."));
        }

        var person = await directory.FindPersonAsync(by, cancellationToken);
        if (person is not { Active: true })
        {
            return Refusal.Invalid(new InputProblem("by", "No active person has this employee number.", by));
        }

        if (person.Id == caller.Person)
        {
            return new Answerer(person.Id, person.Name, IsDispatcher: isDispatcher);
        }

        return isDispatcher ? new Answerer(person.Id, person.Name, CalledInBy: caller.Name)
            : caller.IsIntegration ? new Answerer(person.Id, person.Name)
            : Refusal.Forbidden("Only a dispatcher or an integration acknowledges for somebody else.");
    }

    private static InputProblem? TooLong(AcknowledgeRequest request) =>
        request.Reply?.Length > 200 ? new InputProblem("reply", "At most 200 characters.")
        : request.ReadBack?.Length > 400 ? new InputProblem("readBack", "At most 400 characters.")
        : null;
}
