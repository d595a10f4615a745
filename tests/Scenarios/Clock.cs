using NodaTime;

namespace OnCall.Scenarios.Tests;

/// <summary>This machine's clock, which is the providers' and the database's too.</summary>
internal static class Clock
{
    public static Instant Now() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
}
