using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>A page store that does as the real one does; planted ones change a method or two.</summary>
internal abstract class PageStoreAround(IPageStore inner) : IPageStore
{
    protected IPageStore Inner => inner;

    public virtual Task<IReadOnlyList<AcceptResult>> AcceptAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken) => inner.AcceptAsync(pages, cancellationToken);

    public virtual Task<PageWrite> SaveAsync(IReadOnlyList<PageChange> changes, CancellationToken cancellationToken) => inner.SaveAsync(changes, cancellationToken);

    public Task<IReadOnlyList<Escalation>> EscalationsAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) => inner.EscalationsAsync(pages, cancellationToken);

    public Task<IReadOnlyList<PageRecord>> LoadAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) => inner.LoadAsync(pages, cancellationToken);

    public Task<IdempotentPage?> FindByKeyAsync(string caller, string key, Instant now, CancellationToken cancellationToken) => inner.FindByKeyAsync(caller, key, now, cancellationToken);

    public Task<PageId?> FindByReferenceAsync(PageReference reference, CancellationToken cancellationToken) => inner.FindByReferenceAsync(reference, cancellationToken);

    public virtual Task<IReadOnlyList<PageId>> ClaimDueAsync(string node, Instant now, Instant until, int most, CancellationToken cancellationToken) =>
        inner.ClaimDueAsync(node, now, until, most, cancellationToken);

    public virtual Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken) => inner.EarliestDueAsync(cancellationToken);

    public Task<IReadOnlyList<PageEvent>> EventsAsync(PageId page, CancellationToken cancellationToken) => inner.EventsAsync(page, cancellationToken);

    public Task<IReadOnlyList<PageEvent>> EventsAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) => inner.EventsAsync(pages, cancellationToken);

    public Task AppendAsync(IReadOnlyList<PageEvent> events, AuditEntry audit, CancellationToken cancellationToken) => inner.AppendAsync(events, audit, cancellationToken);

    public Task<IReadOnlyList<PageRecord>> ListAsync(PageFilter filter, CancellationToken cancellationToken) => inner.ListAsync(filter, cancellationToken);

    public Task<IReadOnlyList<PageRecord>> InboxAsync(PersonId person, CancellationToken cancellationToken) => inner.InboxAsync(person, cancellationToken);

    public Task PurgeAsync(Instant now, CancellationToken cancellationToken) => inner.PurgeAsync(now, cancellationToken);
}
