using NodaTime;
using OnCall.Data.Alarms;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Alarms;

public abstract class NodeBeatStoreContract
{
    private static readonly Instant Now = AlarmData.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_heartbeat_is_read_as_it_was_written_last()
    {
        await using var test = await OpenAsync();
        var store = new NodeBeatStore(test.Database);
        var first = new NodeBeat("alpha/1/a", true, Now - Duration.FromHours(1), Now, null, Duration.Zero, null, null, []);
        await store.WriteAsync(first, CancellationToken.None);
        Assert.Equivalent(first, Assert.Single(await store.SinceAsync(Now, CancellationToken.None)), strict: true);

        var streak = new ChannelStreak(ContactMethodKind.Sms, 3, Now - Duration.FromSeconds(20), Now, null);
        var second = first with
        {
            At = Now + Duration.FromSeconds(5),
            LastSweep = Now + Duration.FromSeconds(4),
            ClockOffset = Duration.FromMilliseconds(-1_250),
            Disk = new DiskSpace(1, 5_000_000_000_000),
            WatchdogFailingSince = Now,
            Channels = [streak],
            Audit = new AuditTrouble(Now, Now + Duration.FromSeconds(1), Now + Duration.FromSeconds(2)),
        };
        await store.WriteAsync(second, CancellationToken.None);

        Assert.Equivalent(second, Assert.Single(await store.SinceAsync(Now, CancellationToken.None)), strict: true);
    }

    [Fact]
    public async Task Nodes_that_are_gone_leave_the_list()
    {
        await using var test = await OpenAsync();
        var store = new NodeBeatStore(test.Database);
        foreach (var (node, minutes) in new[] { ("alpha/1/a", 0), ("beta/2/b", 1), ("gamma/3/c", 2) })
        {
            await store.WriteAsync(new NodeBeat(node, false, Now, Now + Duration.FromMinutes(minutes), null, Duration.Zero, null, null, []), CancellationToken.None);
        }

        Assert.Equal(["beta/2/b", "gamma/3/c"], await NodesAsync(store, Now + Duration.FromMinutes(1)));
        await store.PurgeAsync(Now + Duration.FromMinutes(1), CancellationToken.None);
        await store.RemoveAsync("gamma/3/c", CancellationToken.None);

        Assert.Equal(["beta/2/b"], await NodesAsync(store, Now));
    }

    private static async Task<IEnumerable<string>> NodesAsync(NodeBeatStore store, Instant from) =>
        (await store.SinceAsync(from, CancellationToken.None)).Select(b => b.Node);
}

public sealed class NodeBeatStoreOnSqlite : NodeBeatStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class NodeBeatStoreOnSqlServer : NodeBeatStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
