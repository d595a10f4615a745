using Quartz;

namespace OnCall.Scheduler;

/// <summary>
/// The steady safety net of the lanes, which do the sending and go by their own next due time: makes them look for what other nodes wrote.
/// </summary>
public sealed class NotificationJob(WorkSignal signal) : IJob
{
    public static readonly JobKey Key = new("notifications");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        signal.Wake();
        return ValueTask.CompletedTask;
    }
}
