using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>The years, months, weeks, days or hours that a rule goes through, by the wall clock.</summary>
internal sealed class RecurrencePeriods(RecurrenceRule rule, LocalDateTime start)
{
    /// <summary>The first day of the period and the day after its last; null past the end of the calendar.</summary>
    /// <param name="number">0 is the period of the start.</param>
    public (LocalDate First, LocalDate End, int? Hour)? At(long number)
    {
        var steps = number * rule.Interval;
        return rule.Frequency switch
        {
            RecurrenceFrequency.Yearly => Months(start.Year * 12L + (steps * 12), 12),
            RecurrenceFrequency.Monthly => Months((start.Year * 12L) + start.Month - 1 + steps, 1),
            RecurrenceFrequency.Weekly => Days(WeekOf(start.Date), steps * 7, 7, null),
            RecurrenceFrequency.Daily => Days(start.Date, steps, 1, null),
            RecurrenceFrequency.Hourly => Days(start.Date, (start.Hour + steps) / 24, 1, (int)((start.Hour + steps) % 24)),
        };
    }

    private static (LocalDate First, LocalDate End, int? Hour)? Months(long months, int length)
    {
        if (months / 12 > TimeText.LastYear)
        {
            return null;
        }

        var first = new LocalDate((int)(months / 12), (int)(months % 12) + 1, 1);
        return (first, first.PlusMonths(length), null);
    }

    private static (LocalDate First, LocalDate End, int? Hour)? Days(LocalDate from, long days, int length, int? hour)
    {
        if (days > 366L * TimeText.LastYear || from.Year + (days / 366) > TimeText.LastYear)
        {
            return null;
        }

        var first = from.PlusDays((int)days);
        return first.Year > TimeText.LastYear ? null : (first, first.PlusDays(length), hour);
    }

    private LocalDate WeekOf(LocalDate day) => day.DayOfWeek == rule.WeekStart ? day : day.Previous(rule.WeekStart);
}
