using NodaTime;

namespace OnCall.Scheduler;

/// <summary>When the engine last did its work, for <c>/health/engine</c>.</summary>
public sealed class EngineHealth(IClock clock)
{
    private long _lastSweep;

    /// <summary>The end of the last sweep that went well; null before the first.</summary>
    public Instant? LastSweep => Interlocked.Read(ref _lastSweep) is var at && at > 0 ? Instant.FromUnixTimeMilliseconds(at) : null;

    internal void Swept() => Interlocked.Exchange(ref _lastSweep, clock.GetCurrentInstant().ToUnixTimeMilliseconds());
}
