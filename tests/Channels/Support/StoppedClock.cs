using NodaTime;

namespace OnCall.Channels.Tests.Support;

/// <summary>A clock that shows one instant.</summary>
internal sealed class StoppedClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
