using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Follows a rule by the wall clock, RFC 5545 section 3.3.10.</summary>
internal static class Recurrence
{
    /// <summary>
    /// The times from the start on that the rule comes to, in order, without regard to its COUNT and UNTIL. Ends with the calendar,
    /// after the last day, or when the work runs out.
    /// </summary>
    public static IEnumerable<LocalDateTime> Of(RecurrenceRule rule, LocalDateTime start, LocalDate last, WorkLimit work)
    {
        var days = new RecurrenceDays(rule, start.Date);
        var times = Times(rule, start, work);
        var periods = new RecurrencePeriods(rule, start);
        for (var number = 0L; work.Take(1) && periods.At(number) is var (first, end, hour) && first <= last; number++)
        {
            if (hour is { } at && rule.Hours.Count > 0 && !rule.Hours.Contains(at))
            {
                continue;
            }

            var found = Within(first, end, days, hour is null ? times : [.. times.Select(time => time.PlusHours(hour.Value))], work);
            foreach (var local in rule.Positions.Count == 0 ? found : Picked([.. found], rule.Positions, work))
            {
                if (local >= start)
                {
                    yield return local;
                }
            }
        }
    }

    private static IEnumerable<LocalDateTime> Within(LocalDate first, LocalDate end, RecurrenceDays days, IReadOnlyList<LocalTime> times, WorkLimit work)
    {
        for (var day = first; day < end && work.Take(1); day = day.PlusDays(1))
        {
            if (!days.Includes(day))
            {
                continue;
            }

            foreach (var time in times)
            {
                if (!work.Take(1))
                {
                    yield break;
                }

                yield return day + time;
            }
        }
    }

    private static IEnumerable<LocalDateTime> Picked(List<LocalDateTime> found, IReadOnlySet<int> positions, WorkLimit work) =>
        work.IsReached ? [] : found.Where((_, index) => positions.Contains(index + 1) || positions.Contains(index - found.Count));

    // The times of a day; of an hourly rule, those of the hour from midnight on.
    private static List<LocalTime> Times(RecurrenceRule rule, LocalDateTime start, WorkLimit work)
    {
        var hours = rule.Frequency == RecurrenceFrequency.Hourly ? [0] : Ordered(rule.Hours, start.Hour);
        var (minutes, seconds) = (Ordered(rule.Minutes, start.Minute), Ordered(rule.Seconds, start.Second));
        return !work.Take(hours.Length * minutes.Length * seconds.Length)
            ? []
            : [.. from hour in hours from minute in minutes from second in seconds select new LocalTime(hour, minute, second)];
    }

    private static int[] Ordered(IReadOnlySet<int> numbers, int otherwise) => numbers.Count == 0 ? [otherwise] : [.. numbers.Order()];
}
