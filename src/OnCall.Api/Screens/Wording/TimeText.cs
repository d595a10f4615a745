using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Api.Screens.Wording;

/// <summary>Instants and waits in words. Every time says whose wall clock it goes by.</summary>
internal static partial class TimeText
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("d MMM HH:mm:ss");
    private static readonly LocalDateTimePattern WithYear = LocalDateTimePattern.CreateWithInvariantCulture("d MMM uuuu HH:mm:ss");
    private static readonly InstantPattern ToTheMinute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary><c>22 Nov 06:40:12 CET</c>; where a zone has no letters of its own, its offset: <c>22 Nov 09:40:12 UTC+04</c>.</summary>
    internal static string Local(Instant at, DateTimeZone zone) => Local(at, zone, Written);

    /// <summary>The same with its year, for what is kept for years.</summary>
    internal static string Dated(Instant at, DateTimeZone zone) => Local(at, zone, WithYear);

    /// <summary>A sentence of the rules, whose instants are written for machines, with those told by that wall clock.</summary>
    internal static string Local(string sentence, DateTimeZone zone) => Stamp().Replace(
        sentence, found => (InstantPattern.General.Parse(found.Value) is { Success: true } read ? read : ToTheMinute.Parse(found.Value)) is { Success: true } at
            ? Local(at.Value, zone)
            : found.Value);

    /// <summary>For <c>datetime</c> attributes.</summary>
    internal static string Machine(Instant at) => InstantPattern.General.Format(at);

    /// <summary><c>in 1 min 20 s</c>; <c>now</c> when it is due or overdue.</summary>
    internal static string Until(Instant at, Instant now)
    {
        var seconds = (long)Math.Ceiling((at - now).TotalSeconds);
        return seconds switch
        {
            <= 0 => "now",
            < 60 => Text($"in {seconds} s"),
            < 3600 when seconds % 60 == 0 => Text($"in {seconds / 60} min"),
            < 3600 => Text($"in {seconds / 60} min {seconds % 60} s"),
            _ => Text($"in {seconds / 3600} h {seconds / 60 % 60} min"),
        };
    }

    private static string Local(Instant at, DateTimeZone zone, LocalDateTimePattern pattern)
    {
        var there = at.InZone(zone);
        var name = there.GetZoneInterval().Name;
        return $"{pattern.Format(there.LocalDateTime)} {(name[0] is '+' or '-' ? "UTC" : "")}{name}";
    }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Stamp();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
