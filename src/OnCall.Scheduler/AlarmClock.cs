using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Paging;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>
/// Arms Quartz at the earliest due time of the escalations, each time they change. The times themselves live in the database,
/// so that nothing is lost with this process; the steady heartbeat catches what a lost alarm would miss.
/// </summary>
public sealed partial class AlarmClock(
    ISchedulerFactory factory, IPageStore pages, WorkSignal signal, IClock clock, TimeProvider time, ILogger<AlarmClock> logger)
    : BackgroundService
{
    private static readonly TriggerKey SweepAlarm = new("escalation-sweep-alarm");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var work = signal.Join();
        var scheduler = await factory.GetScheduler(stoppingToken);
        try
        {
            while (true)
            {
                try
                {
                    await ArmAsync(scheduler, SweepAlarm, EscalationSweepJob.Key, await pages.EarliestDueAsync(stoppingToken), stoppingToken);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    LogNotArmed(error);
                    await Task.Delay(TimeSpan.FromMilliseconds(500), time, stoppingToken);
                    work.Ring();
                }

                await work.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
        finally
        {
            signal.Leave(work);
        }
    }

    private async Task ArmAsync(IScheduler scheduler, TriggerKey key, JobKey job, Instant? due, CancellationToken cancellationToken)
    {
        if (due is not { } at)
        {
            return;
        }

        // The rows go by the database's clock, Quartz by this machine's: only the distance carries over.
        var wait = Duration.Max(at - clock.GetCurrentInstant(), Duration.Zero).ToTimeSpan();
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(job).StartAt(time.GetUtcNow() + wait).Build();
        if (await scheduler.RescheduleJob(key, trigger, cancellationToken) is null)
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The alarm could not be armed; the heartbeat goes on")]
    private partial void LogNotArmed(Exception error);
}
