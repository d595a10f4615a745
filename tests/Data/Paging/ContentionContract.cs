using System.Collections.Concurrent;
using NodaTime;
using OnCall.Data.Notifications;
using OnCall.Data.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

/// <summary>Two nodes at the same work: whatever is due is had by one of them.</summary>
public abstract class ContentionContract
{
    private const int Due = 500;
    private const int Workers = 8;
    private static readonly Instant Lease = PageDraft.Now + Duration.FromSeconds(10);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Eight_workers_of_two_nodes_claim_500_notifications_500_times()
    {
        await using var bench = await FullAsync();
        NotificationStore[] nodes = [bench.Outbox, new NotificationStore(bench.OpenAgain())];

        var claimed = await ContendAsync<NotificationId>(async worker =>
            (await nodes[worker % 2].ClaimDueAsync(ContactMethodKind.Sms, Urgency.Routine, $"{worker}", PageDraft.Now, Lease, 7, CancellationToken.None)).Select(c => c.Id));

        Assert.Equal((Due, Due), (claimed.Count, claimed.Distinct().Count()));
    }

    [Fact]
    public async Task Eight_workers_of_two_nodes_claim_500_pages_500_times()
    {
        await using var bench = await FullAsync();
        var other = bench.OpenAgain();
        PageStore[] nodes = [bench.Pages, PagingBench.OpenPages(other, series: 8)];

        var claimed = await ContendAsync<PageId>(async worker => await nodes[worker % 2].ClaimDueAsync($"{worker}", PageDraft.Now, Lease, 7, CancellationToken.None));

        Assert.Equal((Due, Due), (claimed.Count, claimed.Distinct().Count()));
    }

    // Claims until all is claimed, and a little on: what is claimed twice shows as one too many.
    private static async Task<IReadOnlyList<T>> ContendAsync<T>(Func<int, Task<IEnumerable<T>>> claim)
    {
        var claimed = new ConcurrentBag<T>();
        async Task WorkAsync(int worker)
        {
            while (claimed.Count < Due)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                foreach (var one in await claim(worker))
                {
                    claimed.Add(one);
                }
            }

            Assert.Empty(await claim(worker));
        }

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(worker))));
        return [.. claimed];
    }

    private async Task<PagingBench> FullAsync()
    {
        var bench = await PagingBench.OpenAsync(OpenAsync());
        var person = await bench.Hospital.AddPersonAsync("N1");
        for (var i = 0; i < Due; i++)
        {
            var ask = bench.Draft.Ask(person, bench.Hospital.Method(ContactMethodKind.Sms));
            await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: $"{i}", dueAt: PageDraft.Now, asks: [ask]));
        }

        return bench;
    }
}

public sealed class ContentionOnSqlite : ContentionContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class ContentionOnSqlServer : ContentionContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
