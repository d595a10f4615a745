using NodaTime;

namespace OnCall.Data;

/// <summary>This process's own clock. Nothing but <see cref="DatabaseClock"/> should go by it.</summary>
public sealed class ProcessClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
