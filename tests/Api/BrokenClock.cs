using NodaTime;

namespace OnCall.Api.Tests;

/// <summary>A clock that stands still, and breaks whoever asks it once it has been given an error: every use case asks for the time.</summary>
internal sealed class BrokenClock : IClock
{
    public Exception? Error { get; set; }

    public Instant GetCurrentInstant() => Error is null ? Instant.FromUtc(2026, 10, 12, 7, 0) : throw Error;
}
