using System.Globalization;
using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>
/// Writes calendar feeds by RFC 5545, with RFC 7986 section 5.7 for how often to ask again. Nothing about patients goes in.
/// <see cref="ICalendarRosterReader"/> reads them back.
/// </summary>
public static class ICalendarWriter
{
    private const string Product = "-//OnCall//OnCall roster//EN";

    /// <summary>The whole file, to be sent in UTF-8.</summary>
    public static string Write(CalendarFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var text = new FoldedText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", Product)
            .Line("METHOD", "PUBLISH")
            .Text("X-WR-CALNAME", feed.Name)
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");

        // A calendar without components is none, section 3.6: an empty one has its zone at least.
        if (!IsUtc(feed.Zone) || feed.Shifts.Count == 0)
        {
            FeedZone.Write(text, feed.Zone, Time(feed.Shifts));
        }

        foreach (var shift in feed.Shifts)
        {
            Write(text, feed.Zone, shift);
        }

        return text.Line("END", "VCALENDAR").ToString();
    }

    private static void Write(FoldedText text, DateTimeZone zone, CalendarShift shift)
    {
        text.Line("BEGIN", "VEVENT")
            .Text("UID", shift.Uid)
            .Line("SEQUENCE", shift.Sequence.ToString(CultureInfo.InvariantCulture))
            .Line("DTSTAMP", Utc(shift.Stamp));
        Moment(text, "DTSTART", zone, shift.Start);
        Moment(text, "DTEND", zone, shift.End);
        text.Text("SUMMARY", shift.Summary)
            .Text(EventFields.OwnRole, shift.RoleName)
            .Text(EventFields.OwnRoleCode, shift.RoleCode)
            .Text(EventFields.OwnEmployeeNo, shift.EmployeeNo)
            .Text(EventFields.OwnName, shift.PersonName)
            .Line(EventFields.OwnTier, shift.Tier.ToString(CultureInfo.InvariantCulture));
        if (shift.Label is { } label)
        {
            text.Text(EventFields.OwnLabel, label);
        }

        text.Line("END", "VEVENT");
    }

    // A repeated time means its first occurrence, section 3.3.5, but not to every program: UTC is exact for all.
    private static void Moment(FoldedText text, string name, DateTimeZone zone, Instant at)
    {
        var local = at.InZone(zone);
        if (IsUtc(zone) || zone.MapLocal(local.LocalDateTime).Count > 1)
        {
            text.Line(name, Utc(at));
        }
        else
        {
            text.Line($"{name};TZID={zone.Id}", FeedZone.Local(local.LocalDateTime));
        }
    }

    private static Interval Time(IReadOnlyList<CalendarShift> shifts)
    {
        var start = shifts.Count == 0 ? NodaConstants.UnixEpoch : shifts.Min(shift => shift.Start);
        var end = shifts.Count == 0 ? start : shifts.Max(shift => shift.End);
        return new Interval(start, end + Duration.FromSeconds(1));
    }

    private static string Utc(Instant at) => $"{FeedZone.Local(at.InUtc().LocalDateTime)}Z";

    private static bool IsUtc(DateTimeZone zone) => zone.Id is "UTC" or "Etc/UTC";
}
