using Quartz;

namespace OnCall.Scheduler;

/// <summary>Rings when a notification is due or a claim has ended: wakes the lanes, which do the sending.</summary>
public sealed class NotificationJob(WorkSignal signal) : IJob
{
    public static readonly JobKey Key = new("notifications");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        signal.Wake();
        return ValueTask.CompletedTask;
    }
}
