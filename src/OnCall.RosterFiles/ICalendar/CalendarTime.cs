using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>A date and time of a calendar, RFC 5545 section 3.3.5.</summary>
/// <param name="Zone">Null when it floats: the zone is the reader's.</param>
internal readonly record struct CalendarTime(LocalDateTime Local, DateTimeZone? Zone)
{
    /// <summary>The instant by the product's rule for skipped and repeated times; null when it floats.</summary>
    public Instant? Instant => Zone is null ? null : new RosterClock(Zone).Map(Local).At;

    /// <summary>As a draft has it. A zone that only this calendar knows is written as the offset it has then.</summary>
    public WrittenTime Written
    {
        get
        {
            if (Zone is null)
            {
                return new WrittenTime(Local, null);
            }

            if (Zone is not OwnZone && Zone != DateTimeZone.Utc)
            {
                return new WrittenTime(Local, null, Zone);
            }

            var at = new RosterClock(Zone).Map(Local).At.InZone(Zone);
            return new WrittenTime(at.LocalDateTime, at.Offset);
        }
    }

    /// <summary>What the wall clock of a zone shows then; null when only one of both floats.</summary>
    public LocalDateTime? In(DateTimeZone? zone)
    {
        if (Equals(zone, Zone))
        {
            return Local;
        }

        return zone is not null && Instant is { } at ? at.InZone(zone).LocalDateTime : null;
    }

    /// <summary>What the wall clock of another time's zone shows; a floating time is by that clock. Null when only the other floats.</summary>
    public LocalDateTime? ByClockOf(CalendarTime other) => Zone is null ? Local : In(other.Zone);
}
