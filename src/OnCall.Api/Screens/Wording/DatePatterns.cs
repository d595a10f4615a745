using System.Globalization;
using NodaTime.Text;

namespace OnCall.Api.Screens.Wording;

/// <summary>
/// How a language writes days and times. Named here rather than taken from the machine: which version of the Unicode tables a server has
/// must not change what a screen says.
/// </summary>
/// <param name="Day">A day within about a year: <c>Sun 22 Nov</c>.</param>
/// <param name="Second">A moment within about a year.</param>
/// <param name="SecondOfYear">A moment of any year.</param>
/// <param name="Weekday">A day of the week alone: <c>Sun</c>.</param>
internal sealed record DatePatterns(LocalDatePattern Day, LocalDateTimePattern Second, LocalDateTimePattern SecondOfYear, LocalDatePattern Weekday)
{
    private static readonly DatePatterns English = Make(CultureInfo.InvariantCulture, "ddd d MMM", "d MMM", "d MMM uuuu");
    private static readonly DatePatterns Japanese = Make(WithDays("日月火水木金土"), "M'月'd'日('ddd')'", "M'月'd'日'", "uuuu'年'M'月'd'日'");
    private static readonly DatePatterns Chinese = Make(WithDays("日一二三四五六"), "M'月'd'日 周'ddd", "M'月'd'日'", "uuuu'年'M'月'd'日'");

    /// <summary><c>20:00</c>, in every language: hospitals count to 24.</summary>
    internal static LocalTimePattern Minute { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>20:00:30</c>.</summary>
    internal static LocalTimePattern Clock { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    internal static DatePatterns Of(ScreenLanguage language) =>
        language == ScreenLanguage.Japanese ? Japanese : language == ScreenLanguage.Chinese ? Chinese : English;

    private static CultureInfo WithDays(string days)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.AbbreviatedDayNames = [.. days.Select(d => d.ToString())];
        return culture;
    }

    private static DatePatterns Make(CultureInfo culture, string day, string date, string dateOfYear) => new(
        LocalDatePattern.Create(day, culture),
        LocalDateTimePattern.Create(date + " HH:mm:ss", culture),
        LocalDateTimePattern.Create(dateOfYear + " HH:mm:ss", culture),
        LocalDatePattern.Create("ddd", culture));
}
