using NodaTime;

namespace OnCall.Application.Telemetry;

/// <summary>How the engine stands at an instant.</summary>
/// <param name="LastSweep">The end of the last good sweep of this process; null where the engine runs elsewhere.</param>
/// <param name="OldestDue">The earliest due time of an open page or a notification; in the past by no more than the lag.</param>
/// <param name="Queue">A line for every kind of contact method.</param>
/// <param name="Open">A line for every urgency.</param>
public sealed record EngineReading(
    Instant Now,
    Instant? LastSweep,
    Instant? OldestDue,
    IReadOnlyList<QueueLine> Queue,
    IReadOnlyList<OpenPagesLine> Open,
    Duration ClockOffset,
    bool ClockDrifted)
{
    /// <summary>How long something due has been waiting.</summary>
    public Duration Lag => OldestDue is { } at && at < Now ? Now - at : Duration.Zero;
}
