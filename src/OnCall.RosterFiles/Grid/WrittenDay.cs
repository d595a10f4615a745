using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OnCall.Domain;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.Grid;

/// <summary>Reads the heading of a day: a whole date, one without its year, or the day's number.</summary>
internal static partial class WrittenDay
{
    private const int Longest = 40;

    private static readonly string[][] Weekdays =
    [
        ["monday", "mon", "mo", "m", "月", "一"], ["tuesday", "tue", "tues", "tu", "t", "火", "二"], ["wednesday", "wed", "we", "w", "水", "三"],
        ["thursday", "thu", "thur", "thurs", "th", "t", "木", "四"], ["friday", "fri", "fr", "f", "金", "五"], ["saturday", "sat", "sa", "s", "土", "六"],
        ["sunday", "sun", "su", "s", "日", "天"],
    ];

    public static LocalDate? Whole(string text, DateOrder? order) =>
        WrittenTimeText.Read(Bare(text), order) is { Kind: WrittenKind.DateOnly or WrittenKind.DateAndTime, Time.Local: { TickOfDay: 0, Date: var date } } ? date : null;

    /// <summary>A day and a month, in the year that is told.</summary>
    public static LocalDate? InYear(string text, DateOrder? order, int year)
    {
        text = Bare(text);
        if (!Parts().IsMatch(text))
        {
            return null;
        }

        var whole = text.Contains('月', StringComparison.Ordinal) ? $"{year}年{text}"
            : char.IsAsciiLetter(text[0]) ? $"{text}, {year}"
            : order is DateOrder.MonthFirst or DateOrder.YearFirst ? $"{year}/{text.Trim('.').Replace('.', '/').Replace('-', '/')}"
            : char.IsAsciiLetter(text[^1]) || text.Any(char.IsAsciiLetter) ? $"{text} {year}"
            : $"{text.Trim('.').Replace('/', '.').Replace('-', '.')}.{year}";
        return WrittenTimeText.Read(whole, order) is { Kind: WrittenKind.DateOnly, Time.Local.Date: var date } ? date : null;
    }

    /// <summary>The number of a day, 1 to 31.</summary>
    public static int? Number(string text) =>
        JustNumber().Match(Bare(text)) is { Success: true } match && int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day ? day : null;

    public static bool IsWeekday(string text, IsoDayOfWeek day) =>
        Plain(text).Trim('.', '(', ')', ' ').ToLowerInvariant() is var name
        && Array.Exists(Weekdays[(int)day - 1], known => name == known || name == known + "曜" || name == known + "曜日" || name == "周" + known || name == "週" + known || name == "星期" + known);

    public static bool IsAnyWeekday(string text) => Enum.GetValues<IsoDayOfWeek>().Any(day => day != IsoDayOfWeek.None && IsWeekday(text, day));

    /// <summary>The day of the week that stands before or after the number or the date; null when there is none.</summary>
    public static string? WeekdayOf(string text)
    {
        text = text.Length > Longest ? "" : Plain(text);
        if (Weekday().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var before = match.Groups["before"].Value;
        var weekday = before.Length > 0 ? text[before.Length..] : text[..^match.Groups["after"].Length];

        // 12th
        return before.Length > 0 && char.IsAsciiLetter(weekday[0]) ? null : weekday.Trim(' ', '.', ',', '(', ')');
    }

    private static string Plain(string text) => (PlainForm.Of(text.Replace('\n', ' ').Replace('\r', ' ')) ?? "").Trim();

    /// <summary>Without the day of the week that stands before or after it.</summary>
    private static string Bare(string text)
    {
        text = text.Length > Longest ? "" : Plain(text);
        var match = Weekday().Match(text);
        return match.Success ? (match.Groups["before"].Value + match.Groups["after"].Value).Trim() : text;
    }

    [GeneratedRegex(
        @"^((?i:mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?|mo|tu|we|th|fr|sa|su)[.,]? *(?<after>[0-9].*)"
        + @"|(?<before>[0-9].*?) *\(?((?i:mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?|mo|tu|we|th|fr|sa|su)\.?|(周|週|星期)[一二三四五六日天]|[月火水木金土日]曜日?)\)?"
        + @"|(?<before>[0-9].*?) *\([月火水木金土日一二三四五六天]\))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"^([0-9]{1,2} ?[./-] ?[0-9]{1,2}\.?|[0-9]{1,2}[ -]?[A-Za-z]{3,9}|[A-Za-z]{3,9}\.? [0-9]{1,2}|[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    [GeneratedRegex("^(?<d>[0-9]{1,2}) ?[日号.]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JustNumber();
}
