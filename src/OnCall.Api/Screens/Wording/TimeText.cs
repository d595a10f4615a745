using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Api.Screens.Wording;

/// <summary>Instants and waits in words. Every time says whose wall clock it goes by.</summary>
internal static partial class TimeText
{
    private static readonly InstantPattern ToTheMinute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary><c>22 Nov 06:40:12 CET</c>; where a zone has no letters of its own, its offset: <c>22 Nov 09:40:12 UTC+04</c>.</summary>
    internal static string Local(this Texts t, Instant at, DateTimeZone zone) => Write(at, zone, DatePatterns.Of(t.Language).Second);

    /// <summary>The same with its year, for what is kept for years.</summary>
    internal static string Dated(this Texts t, Instant at, DateTimeZone zone) => Write(at, zone, DatePatterns.Of(t.Language).SecondOfYear);

    /// <summary><c>20:00</c> on the day of <paramref name="now"/>, else <c>Sun 22 Nov 20:00</c>: for shifts, which nobody plans by the second.</summary>
    internal static string Short(this Texts t, Instant at, Instant now, DateTimeZone zone)
    {
        var there = at.InZone(zone).LocalDateTime;
        return there.Date == now.InZone(zone).Date ? DatePatterns.Minute.Format(there.TimeOfDay) : $"{t.Day(there.Date)} {DatePatterns.Minute.Format(there.TimeOfDay)}";
    }

    /// <summary><c>20:00:30</c>; on another day than <paramref name="now"/> with that day before it.</summary>
    internal static string Clock(this Texts t, Instant at, Instant now, DateTimeZone zone)
    {
        var there = at.InZone(zone).LocalDateTime;
        return (there.Date == now.InZone(zone).Date ? "" : t.Day(there.Date) + " ") + DatePatterns.Clock.Format(there.TimeOfDay);
    }

    /// <summary><c>Sun 22 Nov</c>.</summary>
    internal static string Day(this Texts t, LocalDate day) => DatePatterns.Of(t.Language).Day.Format(day);

    /// <summary>A sentence of the rules, in the reader's language, with its instants told by that wall clock.</summary>
    internal static string Sentence(this Texts t, string sentence, DateTimeZone zone) => Stamp().Replace(
        t.Sentence(sentence), found => (InstantPattern.General.Parse(found.Value) is { Success: true } read ? read : ToTheMinute.Parse(found.Value)) is { Success: true } at
            ? t.Local(at.Value, zone)
            : found.Value);

    /// <summary>For <c>datetime</c> attributes.</summary>
    internal static string Machine(Instant at) => InstantPattern.General.Format(at);

    /// <summary><c>in 1 min 20 s</c>; <c>now</c> when it is due or overdue.</summary>
    internal static string Until(this Texts t, Instant at, Instant now)
    {
        var seconds = (long)Math.Ceiling((at - now).TotalSeconds);
        return seconds switch
        {
            <= 0 => t["now"],
            < 60 => t["in {0} s", seconds],
            < 3600 when seconds % 60 == 0 => t["in {0} min", seconds / 60],
            < 3600 => t["in {0} min {1} s", seconds / 60, seconds % 60],
            _ => t["in {0} h {1} min", seconds / 3600, seconds / 60 % 60],
        };
    }

    private static string Write(Instant at, DateTimeZone zone, LocalDateTimePattern pattern)
    {
        var there = at.InZone(zone);
        var name = there.GetZoneInterval().Name;
        return $"{pattern.Format(there.LocalDateTime)} {(name[0] is '+' or '-' ? "UTC" : "")}{name}";
    }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Stamp();
}
