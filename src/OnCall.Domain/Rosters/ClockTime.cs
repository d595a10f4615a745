using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>The instant of a written time, and what the wall clock does there.</summary>
public readonly record struct ClockTime(Instant At, WallClock Clock);
