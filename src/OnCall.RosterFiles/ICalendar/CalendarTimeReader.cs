using NodaTime;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads the times of properties, or says by line why not.</summary>
internal sealed class CalendarTimeReader(ZoneBook zones, RosterProblems problems)
{
    /// <summary>One date and time. A date alone is an error, since a shift starts and ends at a time.</summary>
    public CalendarTime? Read(ContentLine property) => Read(property, property.Value.Trim());

    /// <summary>One value of a list.</summary>
    public CalendarTime? Read(ContentLine property, string value)
    {
        if (TimeText.DateAndTime(value) is var (local, isUtc))
        {
            return isUtc ? new CalendarTime(local, DateTimeZone.Utc) : InZone(property, local);
        }

        if (TimeText.Date(value) is not null)
        {
            problems.Error(property.Line, property.Name, "date-only", "This is an event of whole days, and a shift must start and end at a time. Give it times, or take it out of the calendar.", value);
        }
        else
        {
            problems.Error(property.Line, property.Name, "unreadable-date", "This is no date and time of a calendar. Write it as 20261012T070000, or 20261012T050000Z in UTC.", value);
        }

        return null;
    }

    private CalendarTime? InZone(ContentLine property, LocalDateTime local)
    {
        if (property.Parameter("TZID") is not { } id)
        {
            return new CalendarTime(local, zones.Floating);
        }

        if (zones.Find(property, id) is not { } zone)
        {
            return null;
        }

        var time = new CalendarTime(local, zone);
        zones.Compare(property, id, time);
        return time;
    }
}
