using NodaTime;
using OnCall.Application.Telemetry;
using OnCall.Domain.Notifications;

namespace OnCall.Api.Health;

/// <param name="Status"><c>working</c>, <c>stalled</c>, or <c>elsewhere</c> when another process runs the engine.</param>
/// <param name="LastSweep">The end of the last good sweep of this process.</param>
/// <param name="OldestDue">The earliest due time of an open page or a notification; in the past by no more than the lag.</param>
/// <param name="LagSeconds">How long something due has been waiting.</param>
/// <param name="Channels">The kinds of contact method that can be sent.</param>
/// <param name="Queue">What waits for each kind of contact method, whether it can be sent or not.</param>
/// <param name="Clock">This machine's clock against the database's. Drift is reported, and does not stop the engine.</param>
/// <param name="Reasons">The alarms that stand against it, a sentence each; empty when there are none.</param>
internal sealed record EngineStatus(
    string Status,
    Instant? LastSweep,
    Instant? OldestDue,
    double LagSeconds,
    IReadOnlyCollection<ContactMethodKind> Channels,
    IReadOnlyList<QueueLine> Queue,
    ClockStatus? Clock,
    IReadOnlyList<string> Reasons);
