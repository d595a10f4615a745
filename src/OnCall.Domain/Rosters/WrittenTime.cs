using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>A date and time as somebody wrote it: by the wall clock of the roster's zone, or with an offset or a zone of its own.</summary>
/// <param name="Local">24:00 is kept as 00:00 of the next day.</param>
/// <param name="Offset">The offset written with it; it wins over every zone. Null when none was written.</param>
/// <param name="Zone">The zone written with it; it wins over the roster's. Null when none was written.</param>
public readonly record struct WrittenTime(LocalDateTime Local, Offset? Offset, DateTimeZone? Zone = null);
