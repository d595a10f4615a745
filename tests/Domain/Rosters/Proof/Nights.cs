using NodaTime;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Twelve hours by the wall clock last as much less as the clocks are put forward within them.</summary>
internal static class Nights
{
    private static readonly Duration Written = Duration.FromHours(12);

    /// <summary>The nights from 20:00 to 08:00 around the change, and the twelve hours that have it in their middle.</summary>
    public static IEnumerable<LocalDateTime> Starts(ZoneChange change) =>
        Enumerable.Range(-2, 4).Select(day => change.Wall.Date.PlusDays(day) + new LocalTime(20, 0)).Append(change.Wall.PlusHours(-6));

    public static string? Difference(Reading reading, ZoneChange change, LocalDateTime written, out Duration lasts, out bool changes)
    {
        var end = written.PlusHours(12);
        var (from, to) = (reading.Start(change.Zone, written), reading.End(change.Zone, end));
        lasts = to - from;
        changes = from < change.At && change.At <= to;
        var expected = changes ? Written - change.Jump : Written;
        if (lasts != expected)
        {
            return $"{change}: from {WallStrip.Text(written)} to {WallStrip.Text(end)} should last {expected}, lasts {lasts}";
        }

        var (shownFrom, shownTo) = (from.InZone(change.Zone).LocalDateTime, to.InZone(change.Zone).LocalDateTime);
        return shownFrom == written && shownTo == end ? null
            : $"{change}: from {WallStrip.Text(written)} to {WallStrip.Text(end)} became {WallStrip.Text(shownFrom)} to {WallStrip.Text(shownTo)}";
    }
}
