using NodaTime;

namespace OnCall.Api.Health;

/// <param name="Status"><c>working</c>, <c>stalled</c>, or <c>elsewhere</c> when another process runs the engine.</param>
/// <param name="LastSweep">The end of the last good sweep of this process.</param>
/// <param name="OldestDue">The earliest due time of an open page; in the past by no more than the lag.</param>
/// <param name="LagSeconds">How long something due has been waiting.</param>
internal sealed record EngineStatus(string Status, Instant? LastSweep, Instant? OldestDue, double LagSeconds, IReadOnlyCollection<string> Channels);
