namespace OnCall.Scenarios.Tests.Crashes;

/// <summary>How soon work went on after one restart, counted from when the process answered; null where it was killed before.</summary>
/// <param name="Start">From the launch of the process until it answered.</param>
/// <param name="Sweep">Until the engine's first good sweep.</param>
/// <param name="Due">Until nothing was left that was due before the launch and not on the wire.</param>
/// <param name="Claims">From the kill until everything was sent again that was on the wire then.</param>
internal sealed record Resumption(TimeSpan Start, TimeSpan? Sweep, TimeSpan? Due, TimeSpan? Claims);
