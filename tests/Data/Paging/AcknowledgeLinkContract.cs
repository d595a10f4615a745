using Dapper;
using NodaTime;
using OnCall.Application.Paging.Links;
using OnCall.Data.Paging;
using OnCall.Domain.Notifications;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class AcknowledgeLinkContract
{
    private static readonly Instant Now = PageDraft.Now;
    private static readonly TestIds Ids = new(series: 12);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task The_first_secret_is_that_of_all_nodes_and_is_stored_sealed()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (here, there) = (new AcknowledgeLinkStore(bench.Database), new AcknowledgeLinkStore(bench.OpenAgain()));
        var made = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => (i % 2 == 0 ? here : there).SecretAsync(Secret((byte)i), CancellationToken.None))));

        Assert.Single(made.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal));
        Assert.Equal(made[0], await here.SecretAsync(Secret(99), CancellationToken.None));
        var stored = await bench.Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select secret from link_secret"), CancellationToken.None);
        Assert.StartsWith("sealed:1:", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_whose_key_is_lost_gives_way_to_a_fresh_one()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new AcknowledgeLinkStore(bench.Database);
        await store.SecretAsync(Secret(1), CancellationToken.None);
        await bench.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update link_secret set secret = @lost", new { lost = "sealed:1:" + new string('A', 180) }, transaction), CancellationToken.None);

        Assert.Equal(Secret(2), await store.SecretAsync(Secret(2), CancellationToken.None));
        Assert.Equal(Secret(2), await store.SecretAsync(Secret(3), CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_devices_the_first_has_the_link_for_good()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new AcknowledgeLinkStore(bench.Database);
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Page;
        var target = new LinkTarget(new NotificationId(Ids.NewId()), page.Id, null, ContactMethodKind.Sms, "+447700900001", Now, null);

        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => store.UseAsync(target, Device(i), Now, CancellationToken.None))));

        var winner = Array.IndexOf(won, true);
        Assert.Single(won, w => w);
        Assert.True(await store.UseAsync(target, Device(winner), Now, CancellationToken.None));
        Assert.False(await store.UseAsync(target, Device(9), Now, CancellationToken.None));
        Assert.Null(await store.FindAsync(target.Id, CancellationToken.None));
    }

    private static byte[] Secret(byte of) => [.. Enumerable.Repeat(of, AcknowledgeToken.SecretBytes)];

    private static string Device(int of) => new((char)('a' + of), 64);
}

public sealed class AcknowledgeLinkOnSqlite : AcknowledgeLinkContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class AcknowledgeLinkOnSqlServer : AcknowledgeLinkContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
