using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Reads dates and times as rosters and people write them, in ASCII digits and English month names. ISO 8601 in all its usual
/// forms, year-first with slashes or dots, <c>12.10.2026</c> (dots are day first wherever they are used) and <c>12 Oct 2026</c>.
/// Never guesses which of two numbers is the month.
/// </summary>
public static partial class WrittenTimeText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date with or without a time and an offset.</summary>
    public static WrittenReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Whole().Match(text.Trim());
        if (!match.Success)
        {
            return WrittenReading.Not(WrittenKind.Unreadable);
        }

        var date = ReadDate(match.Groups["date"].Value);
        if (date.Kind != WrittenKind.DateOnly || !match.Groups["time"].Success)
        {
            return date;
        }

        Offset? offset = null;
        if (match.Groups["offset"].Success)
        {
            offset = ReadOffset(match.Groups["offset"].Value);
            if (offset is null)
            {
                return WrittenReading.Not(WrittenKind.Unreadable);
            }
        }

        return ReadTime(match.Groups["time"].Value) is { } time
            ? new WrittenReading(WrittenKind.DateAndTime, new WrittenTime(date.Time.Local.PlusMilliseconds(time), offset))
            : WrittenReading.Not(WrittenKind.Unreadable);
    }

    /// <summary>Reads a date alone.</summary>
    public static WrittenReading ReadDate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (YearFirst().Match(text) is { Success: true } iso)
        {
            return Day(iso, Number(iso, "m"));
        }

        if (Dotted().Match(text) is { Success: true } dotted)
        {
            return Day(dotted, Number(dotted, "m"));
        }

        if (Named().Match(text) is { Success: true } named)
        {
            return Day(named, MonthOf(named.Groups["name"].Value));
        }

        return WrittenReading.Not(EitherWay().IsMatch(text) ? WrittenKind.Ambiguous : WrittenKind.Unreadable);
    }

    /// <summary>Reads a time of day as milliseconds since midnight, so that 24:00 can be told from 00:00; null when it is none.</summary>
    public static int? ReadTime(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Clock().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var (hours, minutes, seconds) = (Number(match, "h"), Number(match, "min"), Number(match, "s"));
        if (match.Groups["half"] is { Success: true, Value: var half })
        {
            if (hours is < 1 or > 12)
            {
                return null;
            }

            hours = (hours % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        else if (!match.Groups["min"].Success)
        {
            return null;
        }

        return minutes > 59 || seconds > 59 || hours > 24 || (hours == 24 && minutes + seconds + Milliseconds(match) > 0)
            ? null
            : (((hours * 60) + minutes) * 60_000) + (seconds * 1000) + Milliseconds(match);
    }

    private static WrittenReading Day(Match match, int month)
    {
        var (year, day) = (Number(match, "y"), Number(match, "d"));
        return year is >= 1900 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? WrittenReading.Day(new LocalDate(year, month, day))
            : WrittenReading.Not(WrittenKind.Unreadable);
    }

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

    private static int Milliseconds(Match match) =>
        match.Groups["f"] is { Success: true, Value: var digits } ? int.Parse(digits.PadRight(3, '0')[..3], CultureInfo.InvariantCulture) : 0;

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(Months, m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase));

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(?<date>[0-9A-Za-z][0-9A-Za-z,./ -]*?)((T|t| +)(?<time>[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?[AaPp][Mm])?) ?(?<offset>[Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?)?$", Plain)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|\.(?<m>[0-9]{1,2})\.(?<d>[0-9]{1,2})|(?<m>[0-9]{2})(?<d>[0-9]{2}))$", Plain)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})\.(?<y>[0-9]{4})$", Plain)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^((?<d>[0-9]{1,2})[ -](?<name>(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?))\.?,?[ -](?<y>[0-9]{4})|(?<name>(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?))\.? (?<d>[0-9]{1,2}), ?(?<y>[0-9]{4}))$", Plain)]
    private static partial Regex Named();

    [GeneratedRegex("^[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{2}|[0-9]{4})$", Plain)]
    private static partial Regex EitherWay();

    [GeneratedRegex(@"^((?<h>[0-9]{1,2})(:(?<min>[0-9]{2})(:(?<s>[0-9]{2})(\.(?<f>[0-9]{1,9}))?)?)?( ?(?<half>[AaPp])[Mm])?|(?<h>[0-9]{2})(?<min>[0-9]{2}))$", Plain)]
    private static partial Regex Clock();
}
