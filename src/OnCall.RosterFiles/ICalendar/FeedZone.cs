using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Writes a VTIMEZONE, RFC 5545 section 3.6.5: each change of the clocks within the feed's time by itself, as it really is.</summary>
internal static class FeedZone
{
    private static readonly LocalDateTime NoChange = new(1970, 1, 1, 0, 0);

    public static void Write(FoldedText text, DateTimeZone zone, Interval time)
    {
        text.Line("BEGIN", "VTIMEZONE").Line("TZID", zone.Id);
        foreach (var interval in zone.GetZoneIntervals(time))
        {
            Write(text, zone, interval);
        }

        text.Line("END", "VTIMEZONE");
    }

    private static void Write(FoldedText text, DateTimeZone zone, ZoneInterval interval)
    {
        var before = interval.HasStart ? zone.GetUtcOffset(interval.Start - Duration.Epsilon) : interval.WallOffset;
        var start = interval.HasStart ? interval.Start.WithOffset(before).LocalDateTime : NoChange;
        var name = interval.Savings > Offset.Zero ? "DAYLIGHT" : "STANDARD";
        text.Line("BEGIN", name)
            .Line("DTSTART", Local(start))
            .Line("TZOFFSETFROM", Written(before))
            .Line("TZOFFSETTO", Written(interval.WallOffset))
            .Text("TZNAME", interval.Name)
            .Line("END", name);
    }

    /// <summary>yyyymmddThhmmss.</summary>
    public static string Local(LocalDateTime local) => local.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Written(Offset offset)
    {
        var text = offset.ToString("+HHmmss", CultureInfo.InvariantCulture);
        return text.EndsWith("00", StringComparison.Ordinal) ? text[..^2] : text;
    }
}
