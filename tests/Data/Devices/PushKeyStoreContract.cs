using Dapper;
using OnCall.Application.Devices;
using OnCall.Data.Devices;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Devices;

public abstract class PushKeyStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Nodes_that_start_at_once_sign_with_one_key()
    {
        await using var test = await OpenAsync();
        var nodes = new[] { test.Database, test.OpenAgain(), test.OpenAgain() }.Select(d => new PushKeys(new PushKeyStore(d), new FakeClock()));
        var keys = await Task.WhenAll(nodes.Select(n => n.CurrentAsync(CancellationToken.None)));
        var key = Assert.Single(keys.DistinctBy(k => Convert.ToHexString(k.PrivateKey)));
        Assert.Equal((1, 65), (key.Number, key.PublicKey.Length));
    }

    [Fact]
    public async Task The_private_half_is_not_read_in_the_database()
    {
        await using var test = await OpenAsync();
        var key = await new PushKeys(new PushKeyStore(test.Database), new FakeClock()).CurrentAsync(CancellationToken.None);
        var kept = await test.Database.ReadAsync(c => c.QuerySingleAsync<string>("select private_key from push_key"), CancellationToken.None);
        Assert.DoesNotContain(Convert.ToBase64String(key.PrivateKey)[..20], kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_cannot_be_opened_the_next_key_takes_its_place()
    {
        await using var test = await OpenAsync();
        var store = new PushKeyStore(test.Database);
        await new PushKeys(store, new FakeClock()).CurrentAsync(CancellationToken.None);
        await test.Database.WriteAsync((c, t) => c.ExecuteAsync("update push_key set key_number = 7", null, t), CancellationToken.None);

        // Sealed as the first, it opens as no other: the same as where the sealing key is lost.
        var (highest, keys) = await store.ReadAsync(CancellationToken.None);
        Assert.Equal((7, 0), (highest, keys.Count));
        var keysNow = new PushKeys(store, new FakeClock());
        Assert.Equal(8, (await keysNow.CurrentAsync(CancellationToken.None)).Number);
        Assert.Null(await keysNow.OfAsync(7, CancellationToken.None));
    }
}

public sealed class PushKeyStoreOnSqlite : PushKeyStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PushKeyStoreOnSqlServer : PushKeyStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
