using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>A date and time as somebody wrote it: by the wall clock of the roster's zone, or with an offset of its own.</summary>
/// <param name="Local">24:00 is kept as 00:00 of the next day.</param>
/// <param name="Offset">The offset written with it; it wins over the zone. Null when none was written.</param>
public readonly record struct WrittenTime(LocalDateTime Local, Offset? Offset);
