using Quartz;

namespace OnCall.Scheduler.Cluster;

/// <summary>Keeps the jobs of the cluster and their triggers in Quartz's tables.</summary>
internal static class StoredJobs
{
    /// <summary>
    /// Stores what is missing, and wakes a trigger that Quartz has given up. A trigger that is there is left as it is, whatever node stored it:
    /// to store it anew would begin its interval anew, and with nodes that start more often than it runs it would never run.
    /// </summary>
    /// <param name="starting">
    /// Replaces a trigger whose interval is another than this program's. Only at a start: of two versions that run side by side the one started last has its way.
    /// </param>
    internal static async Task EnsureAsync(IScheduler scheduler, IReadOnlyList<EngineJob> jobs, bool starting, CancellationToken cancellationToken)
    {
        foreach (var job in jobs)
        {
            if (starting || !await scheduler.Exists(job.Key, cancellationToken))
            {
                await scheduler.AddJob(JobBuilder.Create().OfType(job.Type).WithIdentity(job.Key).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
            }

            await EnsureTriggerAsync(scheduler, job, starting, cancellationToken);
        }
    }

    private static async Task EnsureTriggerAsync(IScheduler scheduler, EngineJob job, bool starting, CancellationToken cancellationToken)
    {
        var key = new TriggerKey(job.Trigger);
        switch (await scheduler.GetTrigger(key, cancellationToken))
        {
            // Another node may be storing it at this moment: whoever comes second leaves it.
            case null:
                await scheduler.ScheduleTrigger(job.TriggerFrom(scheduler.TimeProvider), TriggerConflict.Keep, cancellationToken);
                break;
            case var stored when starting && (stored as ISimpleTrigger)?.RepeatInterval != job.Interval:
                await scheduler.ScheduleTrigger(job.TriggerFrom(scheduler.TimeProvider), TriggerConflict.Replace, cancellationToken);
                break;
            default:
                await scheduler.ResetTriggerFromErrorState(key, cancellationToken);
                break;
        }
    }
}
