using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Reads dates and times as rosters and people write them, in English, Japanese and Chinese, in digits of any width, with or
/// without the day of the week. Never guesses which of two numbers is the month: that is told, or the text is ambiguous.
/// </summary>
public static partial class WrittenTimeText
{
    // Nobody writes a date in more.
    private const int Longest = 200;

    /// <summary>Reads a date with or without a time and an offset. A year is one of 2000 to 2099.</summary>
    /// <param name="order">How dates of three numbers are meant; null when that is not known.</param>
    public static WrittenReading Read(string text, DateOrder? order = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            return WrittenReading.Not(WrittenKind.Unreadable);
        }

        if (IsoDate(text) is { } iso)
        {
            return WithTime(WrittenReading.Day(iso), text.Length == 10 ? "" : text[11..]);
        }

        var (date, rest) = WrittenDateText.Read(WithoutWeekday(Plain(text)), order);
        rest = WithoutWeekday(rest.TrimStart(' ', ',', '、'));
        return date.Kind == WrittenKind.DateOnly ? WithTime(date, rest is ['T' or 't', _, ..] ? rest[1..] : rest) : date;
    }

    /// <summary>Reads a time of day as milliseconds since midnight, so that 24:00 can be told from 00:00; null when it is none.</summary>
    public static int? ReadTime(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > Longest ? null : WrittenClockText.Read(Plain(text));
    }

    /// <summary>The three numbers of a date that does not say which is which; null for anything else.</summary>
    internal static ThreeNumbers? Numbers(string text) =>
        text.Length <= Longest && IsoDate(text) is null && WithoutWeekday(Plain(text)) is var plain && WrittenDateText.Read(plain, null).Date.Kind == WrittenKind.Ambiguous ? ThreeNumbers.Of(plain) : null;

    private static WrittenReading WithTime(WrittenReading date, string rest)
    {
        if (rest.Length == 0)
        {
            return date;
        }

        var match = TimeAndOffset().Match(rest);
        var offset = match.Groups["offset"].Success ? ReadOffset(match.Groups["offset"].Value) : null;
        return WrittenClockText.Read(match.Groups["time"].Value) is { } time && (offset is not null || !match.Groups["offset"].Success)
            ? new WrittenReading(WrittenKind.DateAndTime, new WrittenTime(date.Time.Local.PlusMilliseconds(time), offset))
            : WrittenReading.Not(WrittenKind.Unreadable);
    }

    // Nearly every file writes 2026-10-12, alone or before a time.
    internal static LocalDate? IsoDate(string text)
    {
        if (text.Length is not 10 and not (>= 15 and <= 25) || text[4] != '-' || text[7] != '-' || (text.Length > 10 && text[10] is not (' ' or 'T')))
        {
            return null;
        }

        return int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && year is >= 2000 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
                ? new LocalDate(year, month, day)
                : null;
    }

    private static string Plain(string text)
    {
        text = text.Trim();
        if (!Ascii.IsValid(text))
        {
            text = PlainForm.Of(text) ?? "";
        }

        return text.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : text;
    }

    private static string WithoutWeekday(string text) => Weekday().Match(text) is { Success: true } match ? text[match.Length..] : text;

    private static Offset? ReadOffset(string text)
    {
        if (text is "Z" or "z")
        {
            return Offset.Zero;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minutes = digits.Length > 2 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
        if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0))
        {
            return null;
        }

        var size = Offset.FromHoursAndMinutes(hours, minutes);
        return text[0] == '-' ? -size : size;
    }

    [GeneratedRegex(@"^ *(?<time>.*?) ?(?<offset>[Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TimeAndOffset();

    [GeneratedRegex(
        @"^(\( ?(?i:mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?|(周|週|星期)?[一二三四五六日天]|[月火水木金土日](曜|曜日)?)\.? ?\)"
        + @"|(?i:mon(day)?|tue(s|sday)?|wed(nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?)(\.|,|\.,)? |(周|週|星期)[一二三四五六日天]|[月火水木金土日]曜日?),? *",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Weekday();
}
