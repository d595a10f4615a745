using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Turns written times into instants by the rules of one IANA zone. A time that the clocks skip is the first instant after the gap,
/// one that they repeat is its first occurrence. Starts and ends map alike, so a hand-over is always one instant.
/// </summary>
public sealed class RosterClock(DateTimeZone zone)
{
    public DateTimeZone Zone { get; } = zone;

    /// <summary>The instant; an offset or a zone of its own wins over the roster's zone.</summary>
    public ClockTime Map(WrittenTime written) => written.Offset is { } offset
        ? new ClockTime(written.Local.WithOffset(offset).ToInstant(), WallClock.Exact)
        : Map(written.Local, written.Zone ?? Zone);

    /// <summary>The instant at which the wall clock of the zone shows that time.</summary>
    public ClockTime Map(LocalDateTime local) => Map(local, Zone);

    private static ClockTime Map(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => new ClockTime(mapping.LateInterval.Start, WallClock.Skipped),
            1 => new ClockTime(mapping.Single().ToInstant(), WallClock.Exact),
            _ => new ClockTime(mapping.First().ToInstant(), WallClock.Repeated),
        };
    }
}
