using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Scheduler;
using OnCall.Scheduler.Cluster;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Engine.Cluster;

/// <summary>A database that is away takes the common Quartz with it, and nothing else.</summary>
public sealed class ClusterSchedulerTests
{
    [Fact]
    public async Task Without_its_database_it_tries_again_and_again_and_stops_when_it_is_told_to()
    {
        var away = new Away();
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var cluster = new ClusterScheduler(
            new ClusterStore(away, "Server=nowhere.example"), EngineJobs.OncePerCluster, services, new NodeName("ward/1"), new FakeClock(), TimeProvider.System, NullLoggerFactory.Instance);

        await cluster.StartAsync(TestContext.Current.CancellationToken);
        await away.Third.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.False(cluster.ExecuteTask!.IsCompleted);
        await cluster.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(cluster.ExecuteTask.IsCompletedSuccessfully);
    }

    [Fact]
    public void It_goes_by_the_installations_clock_and_waits_by_its_own()
    {
        var clock = new FakeClock();
        var own = new ManualTime(clock.GetCurrentInstant() + Duration.FromMinutes(5));
        var time = new InstallationTime(clock, own);
        var rung = 0;
        using var timer = time.CreateTimer(_ => rung++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        own.Advance(Duration.FromSeconds(1));

        Assert.Equal(clock.GetCurrentInstant().ToDateTimeOffset(), time.GetUtcNow());
        Assert.Equal(1, rung);
    }

    private sealed class Away : DbProviderFactory
    {
        private int _asked;

        public TaskCompletionSource Third { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override DbConnection CreateConnection()
        {
            if (Interlocked.Increment(ref _asked) == 3)
            {
                Third.SetResult();
            }

            throw new TimeoutException("The database is away.");
        }

        public override DbCommand CreateCommand() => SqlClientFactory.Instance.CreateCommand();

        public override DbParameter CreateParameter() => SqlClientFactory.Instance.CreateParameter();
    }
}
