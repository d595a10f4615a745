using NodaTime;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A shift as a difference shows it.</summary>
/// <param name="Shift">The roster's own word for it, or null.</param>
public sealed record WrittenShift(PersonName Person, int Tier, Instant Start, Instant End, string? Shift);
