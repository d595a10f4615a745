using System.Globalization;
using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.Tables;

/// <summary>
/// Reads dates and times as the numbers that a spreadsheet keeps them as: days since 1899-12-30, the time of day as a fraction.
/// Only numbers that mean a day of 2000 to 2099 are taken for dates.
/// </summary>
internal static class SpreadsheetSerial
{
    private static readonly LocalDate Epoch = new(1899, 12, 30);
    private const int First = 36526;
    private const int Last = 73050;
    private const int SecondsOfDay = 24 * 60 * 60;

    /// <summary>Null when it is no such number. A whole number is a date alone.</summary>
    public static WrittenReading? Read(string text)
    {
        var isSerial = text.Length >= 5 && char.IsAsciiDigit(text[0]) && (text.Length == 5 || text[5] is '.' or ',');
        if (!isSerial || Number(text) is not (>= First and <= Last and var number))
        {
            return null;
        }

        var date = Epoch.PlusDays((int)Math.Floor(number));
        return text.Length == 5
            ? new WrittenReading(WrittenKind.DateOnly, new WrittenTime(date.AtMidnight(), null))
            : new WrittenReading(WrittenKind.DateAndTime, new WrittenTime(date.AtMidnight().PlusSeconds((long)Math.Round((number - Math.Floor(number)) * SecondsOfDay)), null));
    }

    /// <summary>
    /// Milliseconds since midnight of a fraction of a day, or of a time that was written with the spreadsheet's first day before it;
    /// null when it is neither.
    /// </summary>
    public static int? ReadTime(string text)
    {
        foreach (var day in (string[])["1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01"])
        {
            if (text.StartsWith(day, StringComparison.Ordinal) && text.Length > day.Length)
            {
                return WrittenTimeText.ReadTime(text[(day.Length + 1)..]);
            }
        }

        // 0.30 may be meant as half past midnight; 0.3125 is 07:30 and nothing else.
        var isFraction = text is ['0', '.' or ',', _, _, _, ..] or ['0', '.' or ',', '5'] or ['0', '.' or ',', '2' or '7', '5'];
        return isFraction && Number(text) is { } number ? (int)Math.Round(number * SecondsOfDay) * 1000 : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
