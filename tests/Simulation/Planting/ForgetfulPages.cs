using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Storing;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>The first classic: each node keeps in memory when the pages that it decided go on, and the database does not know.</summary>
internal sealed class ForgetfulPages(IPageStore inner, Storage storage) : PageStoreAround(inner)
{
    private readonly Dictionary<PageId, Instant> _due = [];

    public override async Task<IReadOnlyList<AcceptResult>> AcceptAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken)
    {
        var results = await Inner.AcceptAsync(pages, cancellationToken);
        foreach (var page in pages)
        {
            Keep(page.Change);
        }

        return results;
    }

    public override async Task<PageWrite> SaveAsync(IReadOnlyList<PageChange> changes, CancellationToken cancellationToken)
    {
        var written = await Inner.SaveAsync(changes, cancellationToken);
        foreach (var change in changes.Where(c => !written.Lost.Contains(c.Next.Page)))
        {
            Keep(change);
        }

        return written;
    }

    public override Task<IReadOnlyList<PageId>> ClaimDueAsync(string node, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        foreach (var (page, due) in _due.Where(d => d.Value <= now).ToList())
        {
            storage.Patch($"update escalation set due_at = {storage.Written(due)} where page_id = '{page}' and is_open = 1");
            _due.Remove(page);
        }

        return Inner.ClaimDueAsync(node, now, until, most, cancellationToken);
    }

    public override async Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken)
    {
        var stored = await Inner.EarliestDueAsync(cancellationToken);
        return _due.Values.Append(stored ?? Instant.MaxValue).Min() is var due && due < Instant.MaxValue ? due : null;
    }

    private void Keep(PageChange change)
    {
        storage.Patch($"update escalation set due_at = null where page_id = '{change.Next.Page}'");
        _due.Remove(change.Next.Page);
        if (change.Next.DueAt is { } due)
        {
            _due[change.Next.Page] = due;
        }
    }
}
