using NodaTime;
using NodaTime.Text;

namespace OnCall.RosterFiles.Paper;

/// <summary>Writes times for people in any country: the day of the week, the month by its name.</summary>
internal static class PaperTimes
{
    // Kept: to read a pattern costs more than to write a hundred times by it.
    private static readonly ZonedDateTimePattern MomentPattern = Pattern("ddd d MMM uuuu HH:mm");
    private static readonly ZonedDateTimePattern ShortPattern = Pattern("ddd d MMM HH:mm");
    private static readonly ZonedDateTimePattern ExactPattern = Pattern("uuuu-MM-dd HH:mm o<+HH:mm>");

    public static string Moment(Instant at, DateTimeZone zone) => MomentPattern.Format(at.InZone(zone));

    public static string Short(Instant at, DateTimeZone zone) => ShortPattern.Format(at.InZone(zone));

    /// <summary>With its offset, so that the hour that the clocks repeat is told apart.</summary>
    public static string Exact(Instant at, DateTimeZone zone) => ExactPattern.Format(at.InZone(zone));

    private static ZonedDateTimePattern Pattern(string text) => ZonedDateTimePattern.CreateWithInvariantCulture(text, null);
}
