using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Application;
using OnCall.Data;
using OnCall.Scheduler;
using OnCall.Scheduler.Cluster;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Scenarios.Tests.Nodes.Cluster;

/// <summary>A node's part in the common Quartz, as the program composes it, with a clock and a wire of its own.</summary>
internal sealed class ClusterNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ClusterScheduler _scheduler;
    private readonly Database _database;

    private ClusterNode(string name, Database database, ServiceProvider services, ClusterScheduler scheduler, CutWire wire)
    {
        (Name, _database, _services, _scheduler, Wire) = (name, database, services, scheduler, wire);
    }

    public string Name { get; }

    public CutWire Wire { get; }

    /// <param name="ahead">How wrong its machine's clock is.</param>
    public static async Task<ClusterNode> StartAsync(TestDatabase test, string name, Fires fires, TimeSpan every, Duration ahead, CancellationToken cancellationToken)
    {
        var time = new SkewedTime(ahead);
        var database = test.OpenAgain();
        var clock = new DatabaseClock(database, new ProcessClock(time), NullLogger<DatabaseClock>.Instance);
        await clock.MeasureAsync(cancellationToken);
        var node = new NodeName(name);
        var services = new ServiceCollection().AddSingleton(fires).AddSingleton(node).BuildServiceProvider();
        var wire = new CutWire();
        var scheduler = new ClusterScheduler(new ClusterStore(wire, test.ConnectionString), [Fires.Every(every)], services, node, clock, time, NullLoggerFactory.Instance);
        await scheduler.StartAsync(cancellationToken);
        return new ClusterNode(name, database, services, scheduler, wire);
    }

    /// <summary>When it last said that it lives, in Quartz's own measure; null before it has.</summary>
    public Task<long?> CheckedInAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<long?>("select LAST_CHECKIN_TIME from quartz.QRTZ_SCHEDULER_STATE where INSTANCE_NAME = @Name", new { Name }), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _scheduler.StopAsync(CancellationToken.None);
        _scheduler.Dispose();
        await _services.DisposeAsync();
    }
}
