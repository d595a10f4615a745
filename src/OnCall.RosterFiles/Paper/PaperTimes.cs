using System.Globalization;
using NodaTime;

namespace OnCall.RosterFiles.Paper;

/// <summary>Writes times for people in any country: the day of the week, the month by its name.</summary>
internal static class PaperTimes
{
    public static string Moment(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("ddd d MMM uuuu HH:mm", CultureInfo.InvariantCulture);

    public static string Short(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>With its offset, so that the hour that the clocks repeat is told apart.</summary>
    public static string Exact(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm o<+HH:mm>", CultureInfo.InvariantCulture);
}
