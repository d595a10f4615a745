using NodaTime;

namespace OnCall.Testing;

/// <summary>The time of a machine whose clock is wrong. Timers run as they should: only what the clock shows is off.</summary>
public sealed class SkewedTime(Duration ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead.ToTimeSpan();
}
