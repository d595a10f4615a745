using NodaTime;
using OnCall.Application.Retention;
using OnCall.Domain.Retention;
using OnCall.Testing;

namespace OnCall.Data.Tests.Retention;

/// <summary>The store, with a note of how many things each transaction was given and a clock that each takes some time of.</summary>
internal sealed class CountedItems(IRetentionItems items, FakeClock clock, Duration each) : IRetentionItems
{
    public List<int> Sizes { get; } = [];

    public Task<RetentionBook> BookAsync(CancellationToken cancellationToken) => items.BookAsync(cancellationToken);

    public Task<KeptPart> FindAsync(RetentionClass what, KeptKind kind, Instant before, KeptPlace? after, int most, CancellationToken cancellationToken) =>
        items.FindAsync(what, kind, before, after, most, cancellationToken);

    public Task<int?> PurgeAsync(PurgeBatch batch, CancellationToken cancellationToken)
    {
        Sizes.Add(batch.Items.Count);
        clock.Advance(each);
        return items.PurgeAsync(batch, cancellationToken);
    }

    public Task SweepAsync(Instant now, CancellationToken cancellationToken) => items.SweepAsync(now, cancellationToken);
}
