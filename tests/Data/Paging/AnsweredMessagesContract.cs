using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Paging;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class AnsweredMessagesContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_message_means_its_first_page_until_it_is_forgotten()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (first, second) = await TwoPagesAsync(bench);
        var free = PageDraft.Now + Duration.FromDays(7);

        Assert.Equal(first, await BindAsync(bench, first, PageDraft.Now));
        Assert.Equal(first, await BindAsync(bench, second, PageDraft.Now));
        var now = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => BindAsync(bench, second, PageDraft.Now))));
        Assert.All(now, page => Assert.Equal(first, page));
        Assert.Equal(second, await BindAsync(bench, second, free));
    }

    [Fact]
    public async Task A_message_that_fitted_no_page_fits_none_later()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (first, _) = await TwoPagesAsync(bench);
        var store = new AnsweredMessageStore(bench.Database);
        Assert.Null(await store.FindAsync("SM1", PageDraft.Now, CancellationToken.None));

        Assert.Null(await BindAsync(bench, null, PageDraft.Now));

        Assert.Equal(new AnsweredMessage(null), await store.FindAsync("SM1", PageDraft.Now, CancellationToken.None));
        Assert.Null(await BindAsync(bench, first, PageDraft.Now + Duration.FromDays(1)));
        Assert.Null(await store.FindAsync("sm1", PageDraft.Now, CancellationToken.None));
    }

    [Fact]
    public async Task Eight_deliveries_at_one_moment_mean_one_page()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (first, second) = await TwoPagesAsync(bench);

        var bound = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => BindAsync(bench, i % 2 == 0 ? first : second, PageDraft.Now))));

        Assert.Single(bound.Distinct());
    }

    [Fact]
    public async Task What_is_over_is_purged_and_nothing_else()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new AnsweredMessageStore(bench.Database);
        await store.BindAsync("SM1", new AnsweredMessage(null), PageDraft.Now, PageDraft.Now + Duration.FromDays(7), CancellationToken.None);
        await store.BindAsync("SM2", new AnsweredMessage(null), PageDraft.Now, PageDraft.Now + Duration.FromDays(8), CancellationToken.None);

        await store.PurgeAsync(PageDraft.Now + Duration.FromDays(7), CancellationToken.None);

        Assert.Equal(1, await bench.CountAsync("answered_message"));
        Assert.NotNull(await store.FindAsync("SM2", PageDraft.Now, CancellationToken.None));
    }

    private static async Task<(PageId First, PageId Second)> TwoPagesAsync(PagingBench bench) => (
        (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "one"))).Page.Id,
        (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "two"))).Page.Id);

    private static async Task<PageId?> BindAsync(PagingBench bench, PageId? page, Instant at) =>
        (await new AnsweredMessageStore(bench.Database).BindAsync("SM1", new AnsweredMessage(page), at, at + Duration.FromDays(7), CancellationToken.None)).Page;
}

public sealed class AnsweredMessagesOnSqlite : AnsweredMessagesContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class AnsweredMessagesOnSqlServer : AnsweredMessagesContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
