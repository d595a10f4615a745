using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application;
using Quartz;

namespace OnCall.Scheduler.Cluster;

/// <summary>
/// This node's part in the jobs that one node does for all: a second Quartz, apart from the one that keeps pages moving, on tables that the
/// nodes share. Whatever becomes of it, nothing else of the program hears of it; it is started again and again until it runs.
/// </summary>
public sealed partial class ClusterScheduler(
    ClusterStore store, IReadOnlyList<EngineJob> jobs, IServiceProvider services, NodeName node, IClock clock, TimeProvider time, ILoggerFactory logs)
    : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    private readonly ILogger _log = logs.CreateLogger<ClusterScheduler>();
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Again, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Note(error);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        await using var factory = QuartzSchedulerBuilder.Create(Configure).Build();
        var scheduler = await factory.GetScheduler(stopping);
        try
        {
            await StoredJobs.EnsureAsync(scheduler, jobs, starting: true, stopping);
            await scheduler.Start(stopping);
            Note(null);
            await WatchAsync(scheduler, stopping);
        }
        finally
        {
            // As with the other Quartz: what runs is let end, for as long as the host waits for this.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }

    // Quartz tries by itself while the database is away. This finds what it does not mend: rows that are gone, triggers that it has given up.
    private async Task WatchAsync(IScheduler scheduler, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (scheduler.Status == SchedulerStatus.Running && await WaitAsync(timer, stopping))
        {
            try
            {
                await StoredJobs.EnsureAsync(scheduler, jobs, starting: false, stopping);
                Note(null);
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                Note(error);
            }
        }
    }

    private void Configure(IQuartzBuilder quartz)
    {
        quartz.Services.AddSingleton(logs);
        quartz.Services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        quartz.UseJobFactory(new NodeJobs(services));
        ClusterSetup.Apply(quartz, store, node.Value, new InstallationTime(clock, time), jobs.Count);
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Note(Exception? error)
    {
        if (error is not null && !_failing)
        {
            LogFailed(_log, error);
        }
        else if (error is null && _failing)
        {
            LogBack(_log);
        }

        _failing = error is not null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "This node cannot take its part in the jobs that one node does for all; it is tried again and again. Said once, until it changes")]
    private static partial void LogFailed(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "This node takes its part in the jobs that one node does for all again")]
    private static partial void LogBack(ILogger log);
}
