using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Writes into a page's thread. The words of one who has the page are a sign of life as well, so that they go through a guarded move.</summary>
public sealed class PageThread(PageMoves moves, IPageStore pages, IClock clock, IWorkSignal signal)
{
    private const string Action = "page.message";

    /// <param name="actor">For the audit.</param>
    /// <param name="channel">By which technology the words came in, or null.</param>
    public async Task AddAsync(PageRecord record, string actor, Answerer by, string words, ContactMethodKind? channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(by);
        var page = record.Page.Id;
        if (HasIt(record.Escalation, by) && await SaidAsync())
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var line = new PageEvent(0, page, now, PageEventKind.Message, by.Person, by.Name, channel, words);
        await pages.AppendAsync([line], new AuditEntry(now, actor, Action, $"page:{page}", "{}"), cancellationToken);
        signal.PageChanged(page);

        async Task<bool> SaidAsync()
        {
            try
            {
                return await moves.MakeAsync(actor, page, Action, (escalation, situation, at) => OutcomeRules.Say(escalation, by, words, channel, situation, at), cancellationToken) is not null;
            }
            catch (Exception error) when (error is StoreSlowException or PageNotKnownException { InnerException: StoreSlowException })
            {
                // The words themselves are of no decision, and may still go through.
                return false;
            }
        }
    }

    /// <summary>They acknowledged it, and it is not closed.</summary>
    public static bool HasIt(Escalation escalation, Answerer by)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        ArgumentNullException.ThrowIfNull(by);
        return escalation.ClosedAt is null && by.Person is { } person && escalation.Acknowledgements.Any(a => a.Person == person);
    }
}
