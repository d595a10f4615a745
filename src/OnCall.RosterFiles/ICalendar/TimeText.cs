using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads dates, times, durations and offsets, RFC 5545 sections 3.3.4, 3.3.5, 3.3.6 and 3.3.14. Null is what cannot be read.</summary>
internal static class TimeText
{
    /// <summary>Years after this cannot be read, so that no sum of a time and a duration leaves the calendar.</summary>
    public const int LastYear = 9900;

    private const int LongestDays = 3660;

    /// <summary>yyyymmdd.</summary>
    public static LocalDate? Date(ReadOnlySpan<char> text)
    {
        if (text.Length != 8)
        {
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[4..6]), Number(text[6..]));
        return year is > 0 and <= LastYear && month is > 0 and <= 12 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    /// <summary>yyyymmddThhmmss, with Z when it is UTC. A leap second is the second before.</summary>
    public static (LocalDateTime Local, bool IsUtc)? DateAndTime(ReadOnlySpan<char> text)
    {
        var isUtc = text.EndsWith("Z", StringComparison.OrdinalIgnoreCase);
        text = isUtc ? text[..^1] : text;
        if (text.Length != 15 || text[8] is not ('T' or 't') || Date(text[..8]) is not { } date)
        {
            return null;
        }

        var (hour, minute, second) = (Number(text[9..11]), Number(text[11..13]), Number(text[13..]));
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and <= 60
            ? (date.At(new LocalTime(hour, minute, Math.Min(second, 59))), isUtc)
            : null;
    }

    /// <summary>
    /// P1W, P1DT2H30M: in seconds. P2DT, as some programs write two days, is read as well; a negative one is not, nor one of more than ten years.
    /// </summary>
    public static long? Duration(ReadOnlySpan<char> text)
    {
        text = text.StartsWith("+", StringComparison.Ordinal) ? text[1..] : text;
        if (text.Length < 3 || text[0] is not ('P' or 'p'))
        {
            return null;
        }

        var (seconds, digits, units, isTime) = (0L, 0, 0, false);
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits++;
            }
            else if (text[i] is 'T' or 't' && digits == 0 && !isTime)
            {
                isTime = true;
            }
            else if (Unit(text[i], isTime) is { } unit && digits is > 0 and < 10)
            {
                seconds += Number(text[(i - digits)..i]) * unit;
                (digits, units) = (0, units + 1);
            }
            else
            {
                return null;
            }
        }

        return digits == 0 && units > 0 && seconds <= LongestDays * 86_400L ? seconds : null;
    }

    /// <summary>+hhmm or -hhmm, with seconds where a zone has them.</summary>
    public static Offset? Offset(ReadOnlySpan<char> text)
    {
        if (text.Length is not (5 or 7) || text[0] is not ('+' or '-'))
        {
            return null;
        }

        var (hours, minutes, seconds) = (Number(text[1..3]), Number(text[3..5]), text.Length == 7 ? Number(text[5..]) : 0);
        return hours is >= 0 and < 18 && minutes is >= 0 and < 60 && seconds is >= 0 and < 60
            ? NodaTime.Offset.FromSeconds((text[0] == '-' ? -1 : 1) * ((hours * 3600) + (minutes * 60) + seconds))
            : null;
    }

    // -1 when anything but digits is there.
    private static int Number(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    private static long? Unit(char letter, bool isTime) => (char.ToUpperInvariant(letter), isTime) switch
    {
        ('W', false) => 7 * 86_400,
        ('D', false) => 86_400,
        ('H', true) => 3_600,
        ('M', true) => 60,
        ('S', true) => 1,
        _ => null,
    };
}
