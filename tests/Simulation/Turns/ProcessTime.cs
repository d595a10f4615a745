using NodaTime;

namespace OnCall.Simulation.Tests.Turns;

/// <summary>Time as one machine has it: its own clock, which may be wrong, and timers, which are right.</summary>
internal sealed class ProcessTime(Process process) : TimeProvider
{
    /// <summary>What this machine's clock shows beyond true time.</summary>
    public Duration Skew { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => (process.Loop.Now + Skew).ToDateTimeOffset();

    public override long GetTimestamp() => process.Loop.Now.ToUnixTimeTicks();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var bell = new Bell(process, callback, state);
        bell.Change(dueTime, period);
        return bell;
    }

    public Task PassAsync(Duration time) => Task.Delay(time.ToTimeSpan(), this);
}
