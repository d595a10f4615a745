using OnCall.Domain.Access;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Adds a message to a page's thread. It stays in the building and is never an acknowledgement, but a sign of life of one who has it.</summary>
public sealed class AddPageMessage(PageMoves moves, PageAccess access, PageReader reader, PageThread thread)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, string? body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (!await access.MayWriteAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("Only those who take part in a page, and its dispatchers, write in its thread.");
        }

        if (string.IsNullOrWhiteSpace(body) || body.Length > 2000)
        {
            return Refusal.Invalid(new InputProblem("body", "Write 1 to 2,000 characters."));
        }

        await thread.AddAsync(record, caller.Key, new Answerer(caller.Person, caller.Name), body.Trim(), null, cancellationToken);
        return await reader.ViewAsync(page, cancellationToken);
    }
}
