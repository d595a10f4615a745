using NodaTime;

namespace OnCall.Application.Rosters;

/// <summary>The time as the store keeps it, so that a shift that is cut now is cut where it is read to be cut.</summary>
internal static class MilliTime
{
    public static Instant Of(IClock clock) => Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());
}
