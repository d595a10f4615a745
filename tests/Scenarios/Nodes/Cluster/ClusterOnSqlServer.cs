using NodaTime;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Cluster;

/// <summary>Several nodes on one database, at the pace that ships: each run of a common job is one node's, whatever becomes of the others.</summary>
public sealed class ClusterOnSqlServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StandIn = TimeSpan.FromSeconds(15);
    private readonly Fires _fires = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_nodes_run_each_time_once()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await using var nodes = new Nodes(test, _fires, TimeSpan.FromMilliseconds(500));
        await nodes.StartAsync("a", "b", "c");

        await Until.TrueAsync(() => _fires.Begun.Count >= 30, Patience, Tale, Cancel);

        EachOnce();
    }

    [Fact]
    public async Task A_node_that_is_gone_in_the_middle_of_a_run_is_stood_in_for_within_15_s()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await using var nodes = new Nodes(test, _fires, TimeSpan.FromSeconds(1));
        _fires.HoldFirst();
        await nodes.StartAsync("a", "b", "c");
        await Until.TrueAsync(() => !_fires.Begun.IsEmpty, Patience, Tale, Cancel);
        var gone = nodes.Of(_fires.Begun.Single().Node);

        gone.Wire.Cut();
        var began = TimeProvider.System.GetTimestamp();
        await Until.TrueAsync(() => _fires.Begun.Count > 1, Patience, Tale, Cancel);
        var after = TimeProvider.System.GetElapsedTime(began);
        TestContext.Current.TestOutputHelper?.WriteLine($"stood in for after {after.TotalSeconds:0.0} s");
        await Until.TrueAsync(() => _fires.Begun.Count >= 5, Patience, Tale, Cancel);
        _fires.LetGo();

        Assert.InRange(after, TimeSpan.Zero, StandIn);
        Assert.Single(_fires.Begun, run => run.Node == gone.Name);
        EachOnce();
    }

    [Fact]
    public async Task A_node_whose_clock_is_five_minutes_ahead_takes_nothing_from_one_that_is_at_work()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await using var nodes = new Nodes(test, _fires, TimeSpan.FromSeconds(1));
        _fires.HoldFirst();
        await nodes.StartAsync("right");
        await Until.TrueAsync(() => !_fires.Begun.IsEmpty, Patience, Tale, Cancel);

        await nodes.StartAsync(Duration.FromMinutes(5), "ahead");
        await nodes.HasCheckedInAsync("ahead", times: 4, Patience, Cancel);

        Assert.Equal("right", Assert.Single(_fires.Begun).Node);
        _fires.LetGo();
        await Until.TrueAsync(() => _fires.Begun.Count >= 10, Patience, Tale, Cancel);
        EachOnce();
    }

    [Fact]
    public async Task Nodes_whose_clocks_are_off_run_each_time_once_and_when_it_is_due()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await using var nodes = new Nodes(test, _fires, TimeSpan.FromMilliseconds(500));
        await nodes.StartAsync("right");
        await nodes.StartAsync(Duration.FromMinutes(5), "ahead");
        await nodes.StartAsync(Duration.FromMinutes(-5), "behind");

        await Until.TrueAsync(() => _fires.Begun.Count >= 30, Patience, Tale, Cancel);

        EachOnce();
        Assert.All(_fires.Begun, run => Assert.InRange(run.At - run.For, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_database_that_was_away_is_gone_on_with_by_itself()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await using var nodes = new Nodes(test, _fires, TimeSpan.FromSeconds(1));
        await nodes.StartAsync("alone");
        await Until.TrueAsync(() => _fires.Begun.Count >= 2, Patience, Tale, Cancel);

        nodes.Of("alone").Wire.Cut();
        await nodes.HasBeenSilentAsync("alone", TimeSpan.FromSeconds(12), Cancel);
        var before = _fires.Begun.Count;
        nodes.Of("alone").Wire.Mend();

        await Until.TrueAsync(() => _fires.Begun.Count >= before + 3, Patience, Tale, Cancel);
        EachOnce();
    }

    private void EachOnce() => Assert.Equal(_fires.Begun.Count, _fires.Begun.Select(run => run.For).Distinct().Count());

    private string Tale() => string.Join('\n', _fires.Begun.Select(run => $"{run.Node} at {run.At:HH:mm:ss.fff} for {run.For:HH:mm:ss.fff}").Prepend("Runs so far:"));
}
