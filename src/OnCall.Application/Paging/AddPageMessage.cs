using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Adds a message to a page's thread. It stays in the building and is never an acknowledgement.</summary>
public sealed class AddPageMessage(PageMoves moves, PageAccess access, IPageStore pages, PageReader reader, IClock clock, IWorkSignal signal)
{
    public async Task<Answer<PageView>> RunAsync(Caller caller, PageId page, string? body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await moves.FindAsync(page, cancellationToken) is not { } record)
        {
            return PageProblems.UnknownPage;
        }

        if (!await access.MayReadAsync(caller, record, cancellationToken))
        {
            return Refusal.Forbidden("Only those who take part in a page write in its thread.");
        }

        if (string.IsNullOrWhiteSpace(body) || body.Length > 2000)
        {
            return Refusal.Invalid(new InputProblem("body", "Write 1 to 2,000 characters."));
        }

        var now = clock.GetCurrentInstant();
        var line = new PageEvent(0, page, now, PageEventKind.Message, caller.Person, caller.Name, null, body.Trim());
        await pages.AppendAsync([line], new AuditEntry(now, caller.Key, "page.message", $"page:{page}", "{}"), cancellationToken);
        signal.PageChanged(page);
        return await reader.ViewAsync(page, cancellationToken);
    }
}
