using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Reads and writes a coverage.</summary>
internal static class CoverageForm
{
    private const string Holidays = "hol";
    private const string NoHolidays = "not-hol";
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal static bool TryDay(string? text, out IsoDayOfWeek day)
    {
        foreach (var candidate in Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None))
        {
            if (string.Equals(text, candidate.ToString(), StringComparison.OrdinalIgnoreCase) || string.Equals(text, Short(candidate), StringComparison.OrdinalIgnoreCase))
            {
                day = candidate;
                return true;
            }
        }

        day = IsoDayOfWeek.None;
        return false;
    }

    /// <summary>The holidays of the role's unit, in the place of a weekday.</summary>
    internal static bool IsHolidays(string? text) => string.Equals(text, Holidays, StringComparison.OrdinalIgnoreCase);

    /// <summary>None of those holidays, beside weekdays.</summary>
    internal static bool IsNoHolidays(string? text) => string.Equals(text, NoHolidays, StringComparison.OrdinalIgnoreCase);

    // Midnight at the end of a day is written 24:00 or 00:00; both are the next day's start.
    internal static bool TryTime(string? text, out LocalTime time)
    {
        var read = Clock.Parse(text == "24:00" ? "00:00" : text ?? "");
        return read.TryGetValue(default, out time);
    }

    internal static Coverage Read(CoverageBody? body) => new(Hours(body?.Hours), body?.People);

    /// <summary>Empty for <c>none</c>, null for <c>24x7</c>.</summary>
    internal static IReadOnlyList<CoverageHours>? Hours(CoverageTimes? written) => written switch
    {
        { Word: CoverageTimes.Never } => [],
        { Spans: { } spans } => [.. spans.Select(Read)],
        _ => null,
    };

    internal static CoverageBody Write(Coverage coverage) => new(Write(coverage.Hours), coverage.People);

    internal static CoverageTimes Write(IReadOnlyList<CoverageHours>? hours) => hours switch
    {
        null => new CoverageTimes(CoverageTimes.Always, null),
        { Count: 0 } => new CoverageTimes(CoverageTimes.Never, null),
        var spans => new CoverageTimes(null, [.. spans.Select(s => new CoverageSpan(Days(s), Clock.Format(s.Start), Clock.Format(s.End)))]),
    };

    private static List<string> Days(CoverageHours hours) => [.. hours.Days.Select(Short), .. Special(hours)];

    private static string[] Special(CoverageHours hours) => hours.OnHolidays ? [Holidays] : hours.NotOnHolidays ? [NoHolidays] : [];

    private static CoverageHours Read(CoverageSpan span)
    {
        var days = span.Days!.Where(d => !IsHolidays(d) && !IsNoHolidays(d)).Select(d => TryDay(d, out var day) ? day : throw new FormatException(d)).Distinct().Order().ToList();
        return new CoverageHours(days, Time(span.From), Time(span.To)) { OnHolidays = span.Days!.Any(IsHolidays), NotOnHolidays = span.Days!.Any(IsNoHolidays) };
    }

    private static LocalTime Time(string? text) => TryTime(text, out var time) ? time : throw new FormatException(text);

    private static string Short(IsoDayOfWeek day) => day.ToString()[..3].ToLower(CultureInfo.InvariantCulture);
}
