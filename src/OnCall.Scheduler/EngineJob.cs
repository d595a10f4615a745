using Quartz;

namespace OnCall.Scheduler;

/// <summary>A job of the engine, and when it runs.</summary>
/// <param name="Key">Under which it is known. Where it is stored, a new name would be a second job.</param>
/// <param name="Trigger">The name of its trigger; the same holds.</param>
/// <param name="Interval">From one run to the next.</param>
/// <param name="AfterStart">How long a node that has just started leaves it alone: it has pages to send first.</param>
public sealed record EngineJob(Type Type, JobKey Key, string Trigger, TimeSpan Interval, TimeSpan AfterStart)
{
    /// <summary>The trigger, for a scheduler that starts now.</summary>
    /// <param name="time">What the scheduler goes by.</param>
    public ITrigger TriggerFrom(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return TriggerBuilder.Create(time).WithIdentity(Trigger).ForJob(Key).StartAt(time.GetUtcNow() + AfterStart).WithSchedule(Pace()).Build();
    }

    /// <summary>What was missed while no node ran is made up for once, at once.</summary>
    internal SimpleScheduleBuilder Pace() =>
        SimpleScheduleBuilder.Create().WithInterval(Interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount);

    internal static EngineJob Of<TJob>(JobKey key, string trigger, TimeSpan interval, TimeSpan afterStart = default)
        where TJob : IJob => new(typeof(TJob), key, trigger, interval, afterStart);
}
