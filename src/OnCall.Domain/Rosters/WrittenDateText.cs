using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Reads a date off the beginning of a text in plain form: ISO 8601 and other year-first forms, <c>12.10.2026</c> (dots are day
/// first wherever they are used), <c>12 Oct 2026</c>, <c>2026年10月12日</c>, <c>令和8年10月12日</c>, <c>R8.10.12</c>, and three numbers
/// in an order that is told.
/// </summary>
internal static partial class WrittenDateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date, and what stands after it.</summary>
    public static (WrittenReading Date, string After) Read(string text, DateOrder? order)
    {
        if (YearFirst().Match(text) is { Success: true } iso)
        {
            return (Day(iso, Number(iso, "y"), Number(iso, "m")), Rest(iso));
        }

        if (Era().Match(text) is { Success: true } era)
        {
            var year = era.Groups["y"].Value == "元" ? 1 : Number(era, "y");
            return (Day(era, YearOf(era.Groups["era"].Value, year), Number(era, "m")), Rest(era));
        }

        if (Dotted().Match(text) is { Success: true } dotted)
        {
            return (Day(dotted, Number(dotted, "y"), Number(dotted, "m")), Rest(dotted));
        }

        if (Named().Match(text) is { Success: true } named)
        {
            return (Day(named, WholeYear(named.Groups["y"].Value), MonthOf(named.Groups["name"].Value)), Rest(named));
        }

        if (ThreeNumbers.Of(text) is { } numbers)
        {
            return (order is { } told ? numbers.Read(told) : WrittenReading.Not(WrittenKind.Ambiguous), numbers.Rest);
        }

        return (WrittenReading.Not(WrittenKind.Unreadable), "");
    }

    /// <summary>A year of two digits is one of 2020 to 2059; 0 when it is none of them.</summary>
    internal static int WholeYear(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length == 4 ? year : year is >= 20 and <= 59 ? 2000 + year : 0;
    }

    internal static WrittenReading Day(int year, int month, int day) =>
        year is >= 2000 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? WrittenReading.Day(new LocalDate(year, month, day))
            : WrittenReading.Not(WrittenKind.Unreadable);

    private static WrittenReading Day(Match match, int year, int month) => Day(year, month, Number(match, "d"));

    // The first years: Reiwa 2019, Heisei 1989, Showa 1926.
    private static int YearOf(string era, int year) => year == 0 ? 0 : year + (era is "令和" or "R" or "r" ? 2018 : era is "平成" or "H" or "h" ? 1988 : 1925);

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(Months, m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase));

    private static string Rest(Match match) => match.Groups["rest"].Value;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private const string Tail = "($|(?<rest>[^0-9].*)$)";
    private const string Name =
        "(?<name>(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?))";

    [GeneratedRegex(
        "^(?<y>[0-9]{4})((-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|\\.(?<m>[0-9]{1,2})\\.(?<d>[0-9]{1,2})"
        + "|(?<m>[0-9]{2})(?<d>[0-9]{2}))" + Tail + "| ?年 ?(?<m>[0-9]{1,2}) ?月 ?(?<d>[0-9]{1,2}) ?[日号](?<rest>.*)$)",
        Plain)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        "^(?<era>令和|平成|昭和|[RrHhSs])\\.? ?(?<y>[0-9]{1,2}|元)( ?年 ?(?<m>[0-9]{1,2}) ?月 ?(?<d>[0-9]{1,2}) ?日(?<rest>.*)$|[./-](?<m>[0-9]{1,2})[./-](?<d>[0-9]{1,2})" + Tail + ")",
        Plain)]
    private static partial Regex Era();

    [GeneratedRegex("^(?<d>[0-9]{1,2})\\. ?(?<m>[0-9]{1,2})\\. ?(?<y>[0-9]{4})" + Tail, Plain)]
    private static partial Regex Dotted();

    [GeneratedRegex(
        "^((?<d>[0-9]{1,2})[ -]?" + Name + "\\.?,?[ -]?(?<y>[0-9]{4}|[0-9]{2})|" + Name + "\\.? (?<d>[0-9]{1,2}), ?(?<y>[0-9]{4}))" + Tail,
        Plain)]
    private static partial Regex Named();
}
