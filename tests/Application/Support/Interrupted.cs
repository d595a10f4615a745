using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Tests.Support;

/// <summary>A page store in which something else happens between the first read and the first write.</summary>
internal sealed class Interrupted(
    IPageStore pages, Func<Task> meanwhile, Func<IReadOnlyList<AcceptedPage>, Task>? beforeAccept = null, Action<IReadOnlyList<PageChange>>? beforeSave = null) : IPageStore
{
    private Func<Task>? _meanwhile = meanwhile;

    /// <summary>Why changes are not written; null where they are.</summary>
    public Func<IReadOnlyList<PageChange>, NotWritten?> NotSaved { get; init; } = static _ => null;

    /// <summary>What is said to a new page that is not written; null where it is.</summary>
    public Func<AcceptedPage, AcceptResult?> NotAccepted { get; init; } = static _ => null;

    public async Task<PageWrite> SaveAsync(IReadOnlyList<PageChange> changes, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _meanwhile, null) is { } happen)
        {
            await happen();
        }

        beforeSave?.Invoke(changes);
        return NotSaved(changes) is { } why ? new PageWrite([.. changes.Select(c => c.Next.Page)], why) : await pages.SaveAsync(changes, cancellationToken);
    }

    public async Task<IReadOnlyList<AcceptResult>> AcceptAsync(IReadOnlyList<AcceptedPage> accepted, CancellationToken cancellationToken)
    {
        await (beforeAccept?.Invoke(accepted) ?? Task.CompletedTask);
        return NotAccepted(accepted[0]) is { } result ? [.. accepted.Select(_ => result)] : await pages.AcceptAsync(accepted, cancellationToken);
    }

    public Task<IReadOnlyList<PageRecord>> LoadAsync(IReadOnlyCollection<PageId> of, CancellationToken cancellationToken) => pages.LoadAsync(of, cancellationToken);

    public Task<IReadOnlyList<Escalation>> EscalationsAsync(IReadOnlyCollection<PageId> of, CancellationToken cancellationToken) => pages.EscalationsAsync(of, cancellationToken);

    public Task<IdempotentPage?> FindByKeyAsync(string caller, string key, Instant now, CancellationToken cancellationToken) =>
        pages.FindByKeyAsync(caller, key, now, cancellationToken);

    public Task<PageId?> FindByReferenceAsync(PageReference reference, CancellationToken cancellationToken) => pages.FindByReferenceAsync(reference, cancellationToken);

    public Task<IReadOnlyList<PageId>> ClaimDueAsync(string node, Instant now, Instant until, int most, CancellationToken cancellationToken) =>
        pages.ClaimDueAsync(node, now, until, most, cancellationToken);

    public Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken) => pages.EarliestDueAsync(cancellationToken);

    public Task<IReadOnlyList<PageEvent>> EventsAsync(PageId page, CancellationToken cancellationToken) => pages.EventsAsync(page, cancellationToken);

    public Task<IReadOnlyList<PageEvent>> EventsAsync(IReadOnlyCollection<PageId> of, CancellationToken cancellationToken) => pages.EventsAsync(of, cancellationToken);

    public Task AppendAsync(IReadOnlyList<PageEvent> events, AuditEntry audit, CancellationToken cancellationToken) => pages.AppendAsync(events, audit, cancellationToken);

    public Task<IReadOnlyList<PageRecord>> ListAsync(PageFilter filter, CancellationToken cancellationToken) => pages.ListAsync(filter, cancellationToken);

    public Task<IReadOnlyList<PageRecord>> InboxAsync(PersonId person, CancellationToken cancellationToken) => pages.InboxAsync(person, cancellationToken);

    public Task PurgeAsync(Instant now, CancellationToken cancellationToken) => pages.PurgeAsync(now, cancellationToken);
}
