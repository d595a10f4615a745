using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Scheduler;

/// <summary>When the engine last did its work, for <c>/health/engine</c>.</summary>
public sealed class EngineHealth(IClock clock) : IEngineHealth
{
    private long _lastSweep;

    public Instant? LastSweep => Interlocked.Read(ref _lastSweep) is var at && at > 0 ? Instant.FromUnixTimeMilliseconds(at) : null;

    internal void Swept() => Interlocked.Exchange(ref _lastSweep, clock.GetCurrentInstant().ToUnixTimeMilliseconds());
}
