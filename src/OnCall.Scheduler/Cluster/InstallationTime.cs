using NodaTime;

namespace OnCall.Scheduler.Cluster;

/// <summary>
/// The installation's clock as a <see cref="TimeProvider"/>: what it shows is the database's time, what it measures and waits is this process's.
/// Nodes of a cluster compare each other's times; by their own clocks, one that is minutes off would take the others for dead.
/// </summary>
public sealed class InstallationTime(IClock clock, TimeProvider own) : TimeProvider
{
    public override long TimestampFrequency => own.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => own.CreateTimer(callback, state, dueTime, period);
}
