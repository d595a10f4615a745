using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Scheduler;
using OnCall.Scheduler.Cluster;
using OnCall.Testing;
using Quartz;
using Xunit;

namespace OnCall.Application.Tests.Engine.Cluster;

/// <summary>What a node that starts does to the jobs that others have stored.</summary>
public sealed class StoredJobsTests
{
    private static readonly EngineJob Hourly = new(typeof(Nothing), new JobKey("rounds"), "rounds-hourly", TimeSpan.FromHours(1), TimeSpan.FromSeconds(40));
    private readonly ManualTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_hourly_job_comes_though_nodes_start_every_ten_minutes()
    {
        await using var services = Services();
        var scheduler = await SchedulerAsync(services);
        await StoredJobs.EnsureAsync(scheduler, [Hourly], starting: true, Cancel);
        var first = await NextAsync(scheduler);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(40), first);

        for (var start = 0; start < 6; start++)
        {
            _time.Advance(Duration.FromMinutes(10));
            await StoredJobs.EnsureAsync(scheduler, [Hourly], starting: true, Cancel);
        }

        Assert.Equal(first, await NextAsync(scheduler));
    }

    [Fact]
    public async Task Another_interval_is_taken_over_at_a_start_and_by_no_look_in_between()
    {
        await using var services = Services();
        var scheduler = await SchedulerAsync(services);
        await StoredJobs.EnsureAsync(scheduler, [Hourly], starting: true, Cancel);
        var newer = Hourly with { Interval = TimeSpan.FromMinutes(5) };

        await StoredJobs.EnsureAsync(scheduler, [newer], starting: false, Cancel);
        Assert.Equal(TimeSpan.FromHours(1), await IntervalAsync(scheduler));

        await StoredJobs.EnsureAsync(scheduler, [newer], starting: true, Cancel);
        Assert.Equal(TimeSpan.FromMinutes(5), await IntervalAsync(scheduler));
    }

    [Fact]
    public async Task What_is_gone_is_stored_again_by_the_next_look()
    {
        await using var services = Services();
        var scheduler = await SchedulerAsync(services);
        await StoredJobs.EnsureAsync(scheduler, [Hourly], starting: true, Cancel);
        await scheduler.DeleteJob(Hourly.Key, Cancel);

        await StoredJobs.EnsureAsync(scheduler, [Hourly], starting: false, Cancel);

        Assert.NotNull(await NextAsync(scheduler));
    }

    [Fact]
    public async Task A_job_is_stored_without_data_and_asks_for_no_recovery()
    {
        await using var services = Services();
        var scheduler = await SchedulerAsync(services);
        await StoredJobs.EnsureAsync(scheduler, [Hourly], starting: true, Cancel);

        var job = await scheduler.GetJobDetail(Hourly.Key, Cancel);

        Assert.NotNull(job);
        Assert.True(job.Durable);
        Assert.True(job.ConcurrentExecutionDisallowed);
        Assert.False(job.RequestsRecovery);
        Assert.Empty(job.JobDataMap);
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddQuartz(q => q.UseInMemoryStore().UseTimeProvider(_time));
        return services.BuildServiceProvider();
    }

    // Never started: nothing fires, and what is stored can be looked at.
    private static async Task<IScheduler> SchedulerAsync(ServiceProvider services) =>
        await services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);

    private static async Task<DateTimeOffset?> NextAsync(IScheduler scheduler) => (await scheduler.GetTrigger(new TriggerKey(Hourly.Trigger), Cancel))?.NextFireTimeUtc;

    private static async Task<TimeSpan?> IntervalAsync(IScheduler scheduler) => (await scheduler.GetTrigger(new TriggerKey(Hourly.Trigger), Cancel) as ISimpleTrigger)?.RepeatInterval;

    [DisallowConcurrentExecution]
    private sealed class Nothing : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
