using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>A rule by which an event repeats, RFC 5545 section 3.3.10. An empty set says nothing.</summary>
internal sealed record RecurrenceRule(RecurrenceFrequency Frequency)
{
    public int Interval { get; init; } = 1;

    /// <summary>How many times in all, the first included.</summary>
    public int? Count { get; init; }

    /// <summary>The last moment that counts, in UTC or by the event's wall clock; null when it is a date or there is none.</summary>
    public (LocalDateTime Local, bool IsUtc)? Until { get; init; }

    /// <summary>The last day that counts, as a whole.</summary>
    public LocalDate? UntilDay { get; init; }

    public IReadOnlySet<int> Months { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> WeekNumbers { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> YearDays { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> MonthDays { get; init; } = new HashSet<int>();

    /// <summary>The ordinal is 0 for every such day, negative when it counts from the end.</summary>
    public IReadOnlySet<(int Ordinal, IsoDayOfWeek Day)> Weekdays { get; init; } = new HashSet<(int Ordinal, IsoDayOfWeek Day)>();

    public IReadOnlySet<int> Hours { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> Minutes { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> Seconds { get; init; } = new HashSet<int>();

    /// <summary>Which of a period's times count, from 1, or from -1 at its end.</summary>
    public IReadOnlySet<int> Positions { get; init; } = new HashSet<int>();

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    public bool IsEndless => Count is null && Until is null && UntilDay is null;

    /// <summary>A day that no time of the rule lies after, in any zone.</summary>
    /// <param name="repeatUntil">How far a rule without an end is followed.</param>
    public LocalDate LastDay(Instant repeatUntil)
    {
        var calendarEnd = new LocalDate(TimeText.LastYear, 12, 31);
        var last = Until?.Local.Date ?? UntilDay ?? (Count is null ? repeatUntil.InUtc().Date : calendarEnd);
        return LocalDate.Min(last, calendarEnd).PlusDays(2);
    }

    /// <summary>Whether a time lies after the rule's last. An end in UTC is taken by the wall clock where the time floats.</summary>
    public bool IsPast(CalendarTime time)
    {
        if (Until is var (local, isUtc))
        {
            return isUtc && time.Instant is { } at ? at > local.InUtc().ToInstant() : time.Local > local;
        }

        return time.Local.Date > UntilDay;
    }
}
