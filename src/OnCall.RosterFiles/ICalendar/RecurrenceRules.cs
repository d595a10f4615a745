namespace OnCall.RosterFiles.ICalendar;

/// <summary>Which parts of a rule go together, RFC 5545 section 3.3.10.</summary>
internal static class RecurrenceRules
{
    /// <summary>The parts that cannot stand with the others, in words that end a sentence; null when all can.</summary>
    public static string? Forbidden(RecurrenceRule rule)
    {
        var hasOrdinals = rule.Weekdays.Any(day => day.Ordinal != 0);
        return rule.Frequency switch
        {
            not RecurrenceFrequency.Yearly when rule.WeekNumbers.Count > 0 => "BYWEEKNO in a rule that is not yearly",
            RecurrenceFrequency.Daily or RecurrenceFrequency.Weekly or RecurrenceFrequency.Monthly when rule.YearDays.Count > 0 => "BYYEARDAY in a rule that is daily, weekly or monthly",
            RecurrenceFrequency.Weekly when rule.MonthDays.Count > 0 => "BYMONTHDAY in a weekly rule",
            not (RecurrenceFrequency.Monthly or RecurrenceFrequency.Yearly) when hasOrdinals => "numbered days of BYDAY in a rule that is neither monthly nor yearly",
            RecurrenceFrequency.Yearly when hasOrdinals && rule.WeekNumbers.Count > 0 => "numbered days of BYDAY with BYWEEKNO",
            _ when rule.Positions.Count > 0 && !HasOther(rule) => "BYSETPOS without another BY part",
            _ => null,
        };
    }

    private static bool HasOther(RecurrenceRule rule) =>
        rule.Months.Count + rule.WeekNumbers.Count + rule.YearDays.Count + rule.MonthDays.Count + rule.Weekdays.Count
        + rule.Hours.Count + rule.Minutes.Count + rule.Seconds.Count > 0;
}
