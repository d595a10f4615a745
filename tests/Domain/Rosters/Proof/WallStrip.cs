using NodaTime;
using NodaTime.Text;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>
/// What the wall clock shows at every minute around a change, written down minute by minute. A written time is found by reading
/// down the strip until the clock shows it or more: the first occurrence of a repeated one, the end of the gap for a skipped one.
/// </summary>
internal sealed class WallStrip
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private readonly long[] _shown;
    private readonly DateTimeZone _zone;

    public WallStrip(ZoneChange change, int hours)
    {
        _zone = change.Zone;
        Start = change.At - Duration.FromHours(hours);
        _shown = new long[2 * 60 * hours];
        for (var minute = 0; minute < _shown.Length; minute++)
        {
            _shown[minute] = Minutes(ShownAt(minute));
        }
    }

    public Instant Start { get; }

    public int Count => _shown.Length;

    public static string Text(LocalDateTime local) => Pattern.Format(local);

    public Instant InstantOf(int minute) => Start + Duration.FromMinutes(minute);

    public LocalDateTime ShownAt(int minute) => InstantOf(minute).InZone(_zone).LocalDateTime;

    public int MinuteOf(LocalDateTime written)
    {
        var wanted = Minutes(written);
        var minute = Array.FindIndex(_shown, shown => shown >= wanted);
        return minute > 0 ? minute : throw new ArgumentOutOfRangeException(nameof(written), Text(written), "The strip does not reach so far.");
    }

    /// <summary>The minute that begins at the instant; one that falls between minutes is no place on the strip.</summary>
    public int MinuteOf(Instant at)
    {
        var minute = (int)(at - Start).TotalMinutes;
        return InstantOf(minute) == at ? minute : throw new ArgumentOutOfRangeException(nameof(at), at, "No whole minute.");
    }

    public string Text(int minute) => $"{InstantOf(minute)} (the wall clock shows {Text(ShownAt(minute))})";

    private static long Minutes(LocalDateTime local) => local.ToDateTimeUnspecified().Ticks / TimeSpan.TicksPerMinute;
}
