using NodaTime;
using NodaTime.Calendars;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>
/// Which days a rule takes, RFC 5545 section 3.3.10: every BY part is a condition on the day. What the rule leaves open is as at its start.
/// </summary>
internal sealed class RecurrenceDays
{
    private readonly RecurrenceRule _rule;
    private readonly bool _byMonth;
    private readonly IWeekYearRule _weeks;

    public RecurrenceDays(RecurrenceRule rule, LocalDate start)
    {
        _rule = Completed(rule, start);
        _byMonth = rule.Frequency == RecurrenceFrequency.Monthly || rule.Months.Count > 0;
        _weeks = WeekYearRules.ForMinDaysInFirstWeek(4, rule.WeekStart);
    }

    public bool Includes(LocalDate day) =>
        (_rule.Months.Count == 0 || _rule.Months.Contains(day.Month))
        && (_rule.MonthDays.Count == 0 || Has(_rule.MonthDays, day.Day, CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month)))
        && (_rule.YearDays.Count == 0 || Has(_rule.YearDays, day.DayOfYear, CalendarSystem.Iso.GetDaysInYear(day.Year)))
        && (_rule.WeekNumbers.Count == 0 || Has(_rule.WeekNumbers, _weeks.GetWeekOfWeekYear(day), _weeks.GetWeeksInWeekYear(_weeks.GetWeekYear(day))))
        && (_rule.Weekdays.Count == 0 || IsOnWeekday(day));

    private static RecurrenceRule Completed(RecurrenceRule rule, LocalDate start)
    {
        var monthDay = new HashSet<int> { start.Day };
        var weekday = new HashSet<(int Ordinal, IsoDayOfWeek Day)> { (0, start.DayOfWeek) };
        return rule.Frequency switch
        {
            RecurrenceFrequency.Hourly or RecurrenceFrequency.Daily => rule,
            _ when rule.MonthDays.Count + rule.YearDays.Count + rule.Weekdays.Count > 0 => rule,
            RecurrenceFrequency.Weekly => rule with { Weekdays = weekday },
            RecurrenceFrequency.Yearly when rule.WeekNumbers.Count > 0 => rule with { Weekdays = weekday },
            RecurrenceFrequency.Yearly when rule.Months.Count == 0 => rule with { Months = new HashSet<int> { start.Month }, MonthDays = monthDay },
            _ => rule with { MonthDays = monthDay },
        };
    }

    private static bool Has(IReadOnlySet<int> numbers, int number, int last) => numbers.Contains(number) || numbers.Contains(number - last - 1);

    private bool IsOnWeekday(LocalDate day)
    {
        var (number, last) = _byMonth
            ? (day.Day, CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month))
            : (day.DayOfYear, CalendarSystem.Iso.GetDaysInYear(day.Year));
        return _rule.Weekdays.Contains((0, day.DayOfWeek))
            || _rule.Weekdays.Contains((((number - 1) / 7) + 1, day.DayOfWeek))
            || _rule.Weekdays.Contains((-(((last - number) / 7) + 1), day.DayOfWeek));
    }
}
