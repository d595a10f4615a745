using System.Globalization;

namespace OnCall.RosterFiles.Excel;

/// <summary>Writes the value of a cell as the text that a table is read from.</summary>
internal static class CellText
{
    private const int Day = 86_400;

    // 1904-01-01 as the usual date system counts it.
    private const double Days1904 = 1462;

    // The last day of 9999.
    private const double LastSerial = 2_958_465;

    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static string Of(bool value) => value ? "TRUE" : "FALSE";

    /// <summary>A number that is none of time: <c>7</c>, <c>46307.5</c>.</summary>
    public static string Of(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// A number under a format. Times of a workbook are fractions of days and never quite whole, so they are rounded to the second.
    /// </summary>
    /// <param name="serial">Days since 1899-12-30, or since 1904-01-01.</param>
    public static string Of(double serial, CellFormatKind kind, bool since1904)
    {
        if (kind == CellFormatKind.Number || !(serial >= 0) || serial > LastSerial)
        {
            return Of(serial);
        }

        var isTimeAlone = kind switch
        {
            CellFormatKind.Time => serial < 2,
            CellFormatKind.Hours => serial <= 31,
            CellFormatKind.DateOrTime => serial < 1,
            _ => false,
        };
        var seconds = (long)Math.Round(serial * Day);
        return isTimeAlone
            ? Clock(kind == CellFormatKind.Time ? seconds % Day : seconds)
            : Moment(since1904 ? seconds + (long)(Days1904 * Day) : seconds, kind == CellFormatKind.DateAndTime);
    }

    /// <summary>A moment that a library made of a number, from which it took the date system off.</summary>
    public static string Of(DateTime moment, CellFormatKind kind)
    {
        var serial = (moment - DayZero).TotalDays;
        return kind switch
        {
            CellFormatKind.Time when serial is >= Days1904 and < Days1904 + 2 => Of(serial - Days1904, kind, since1904: false),
            CellFormatKind.Time when serial is >= 1 and < 3 => Of(serial - 1, kind, since1904: false),
            CellFormatKind.Number => Of(serial, CellFormatKind.DateAndTime, since1904: false),
            _ => Of(serial, kind, since1904: false),
        };
    }

    private static string Clock(long seconds)
    {
        var (hours, rest) = Math.DivRem(seconds, 3600);
        return rest % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{rest / 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{rest / 60:00}:{rest % 60:00}");
    }

    private static string Moment(long seconds, bool withTime)
    {
        var moment = DayZero.AddSeconds(seconds);
        var format = seconds % 60 != 0 ? "yyyy-MM-dd HH:mm:ss" : withTime || seconds % Day != 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd";
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }
}
