using Microsoft.Extensions.Hosting;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Keeps Quartz armed at the earliest due time of the escalations.</summary>
public sealed class AlarmClock(ISchedulerFactory factory, SweepAlarm alarm) : BackgroundService
{
    private static readonly TriggerKey Trigger = new("escalation-sweep-alarm");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await factory.GetScheduler(stoppingToken);
        await alarm.RunAsync((at, cancellationToken) => ArmAsync(scheduler, at, cancellationToken), stoppingToken);
    }

    private static async Task ArmAsync(IScheduler scheduler, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(Trigger).ForJob(EscalationSweepJob.Key).StartAt(at).Build();
        if (await scheduler.RescheduleJob(Trigger, trigger, cancellationToken) is null)
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
        }
    }
}
