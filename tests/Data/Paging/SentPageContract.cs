using NodaTime;
using OnCall.Application.Rosters.Search;
using OnCall.Data.Paging;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class SentPageContract
{
    [Fact]
    public async Task A_sender_is_reminded_of_the_latest_pages_alone()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (nina, other) = (await bench.Hospital.AddPersonAsync("N1"), await bench.Hospital.AddPersonAsync("N2"));
        await SendAsync("old", PageDraft.Now - Duration.FromDays(1), nina.Id, "1");
        await SendAsync("first", PageDraft.Now, nina.Id, "2");
        await SendAsync("second", PageDraft.Now + Duration.FromMinutes(1), nina.Id, null);
        await SendAsync("third", PageDraft.Now + Duration.FromMinutes(2), nina.Id, "4");
        await SendAsync("hers", PageDraft.Now + Duration.FromMinutes(3), other.Id, "5");
        await SendAsync("of a machine", PageDraft.Now + Duration.FromMinutes(3), null, "6");

        var latest = await new SentPageStore(bench.Database).LatestAsync(nina.Id, PageDraft.Now, 2, CancellationToken.None);

        Assert.Equal(
            [new SentPage(bench.Role.Id, "4", PageDraft.Now + Duration.FromMinutes(2)), new SentPage(bench.Role.Id, null, PageDraft.Now + Duration.FromMinutes(1))], latest);
        Assert.Equal(3, (await new SentPageStore(bench.Database).LatestAsync(nina.Id, PageDraft.Now, 9, CancellationToken.None)).Count);

        async Task SendAsync(string key, Instant at, OnCall.Domain.Directory.PersonId? sender, string? callback)
        {
            var draft = await bench.Draft.AcceptedAsync(key: key, now: at);
            await bench.AcceptAsync(draft with { Page = draft.Page with { Sender = sender, Callback = Callback.TryParse(callback, out var number) ? number : null } });
        }
    }

    protected abstract Task<TestDatabase> OpenAsync();
}

public sealed class SentPageOnSqlite : SentPageContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class SentPageOnSqlServer : SentPageContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
