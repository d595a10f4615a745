using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Pages, their escalations and their trails.</summary>
public interface IPageStore
{
    /// <summary>
    /// Writes new pages with their escalations, notifications, trails and audit entries, in one transaction: each whole or not at all.
    /// Answers in their order.
    /// </summary>
    Task<IReadOnlyList<AcceptResult>> AcceptAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken);

    /// <summary>
    /// Writes decisions, each only where the page's version and the roster's stamp are still the ones it was made by.
    /// </summary>
    Task<PageWrite> SaveAsync(IReadOnlyList<PageChange> changes, CancellationToken cancellationToken);

    Task<IReadOnlyList<PageRecord>> LoadAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken);

    /// <summary>Their escalations alone.</summary>
    Task<IReadOnlyList<Escalation>> EscalationsAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken);

    /// <summary>What that caller used the key for in the last 7 days, or null.</summary>
    Task<IdempotentPage?> FindByKeyAsync(string caller, string key, Instant now, CancellationToken cancellationToken);

    /// <summary>The page that has this reference: open, or closed in the last 7 days.</summary>
    Task<PageId?> FindByReferenceAsync(PageReference reference, CancellationToken cancellationToken);

    /// <summary>
    /// Claims open pages that are due, or whose roster has changed since they were last looked at, and acknowledged ones of which an outcome
    /// is due. Overdue and urgent ones first.
    /// A claim ends by itself at <paramref name="until"/>.
    /// </summary>
    Task<IReadOnlyList<PageId>> ClaimDueAsync(string node, Instant now, Instant until, int most, CancellationToken cancellationToken);

    /// <summary>When the next open page, or the outcome of an acknowledged one, is due; null when none is.</summary>
    Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<PageEvent>> EventsAsync(PageId page, CancellationToken cancellationToken);

    /// <summary>The trails of several pages; the lines of each in their order.</summary>
    Task<IReadOnlyList<PageEvent>> EventsAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken);

    /// <summary>Adds lines to a trail, and an audit entry, without changing the page's course.</summary>
    Task AppendAsync(IReadOnlyList<PageEvent> events, Domain.Audit.AuditEntry audit, CancellationToken cancellationToken);

    Task<IReadOnlyList<PageRecord>> ListAsync(PageFilter filter, CancellationToken cancellationToken);

    /// <summary>Open pages that ask this person, and those that they acknowledged and that are not closed; most urgent first.</summary>
    Task<IReadOnlyList<PageRecord>> InboxAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Frees references and idempotency keys whose time is over.</summary>
    Task PurgeAsync(Instant now, CancellationToken cancellationToken);
}
