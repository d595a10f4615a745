using NodaTime;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Follows an event through its repetitions: the rule, RDATE and EXDATE.</summary>
internal sealed class RepetitionReader(RosterReadingOptions options, RosterProblems problems, WorkLimit work)
{
    private bool _toldOfWork;
    private bool _toldOfEnd;

    /// <param name="changes">Events that stand for single repetitions, by the wall clock of the start's zone: those times are left out.</param>
    public IEnumerable<(CalendarTime Start, CalendarTime End)> Read(CalendarEvent repeated, EventTimes times, IReadOnlyDictionary<LocalDateTime, CalendarEvent> changes)
    {
        if (!times.Repeats)
        {
            if (!changes.ContainsKey(times.Start.Local) && !times.Excluded.ContainsKey(times.Start.Local) && !times.ExcludedDays.ContainsKey(times.Start.Local.Date))
            {
                yield return (times.Start, times.End);
            }

            TellUnmatched(times, changes, [times.Start.Local], times.Start.Local);
            yield break;
        }

        var met = new HashSet<LocalDateTime>();
        var days = new HashSet<LocalDate>();
        var last = times.Start.Local;
        foreach (var local in Starts(times).Where(local => !times.Listed.ContainsKey(local)).Concat(times.Listed.Keys))
        {
            last = LocalDateTime.Max(last, local);
            if (times.Excluded.ContainsKey(local) || changes.ContainsKey(local))
            {
                met.Add(local);
            }
            else if (times.ExcludedDays.ContainsKey(local.Date))
            {
                days.Add(local.Date);
            }
            else
            {
                yield return Shift(times, local);
            }
        }

        TellUnmatched(times, changes, met, last);
        TellUnmatchedDays(times, days, last.Date);
    }

    private static (CalendarTime Start, CalendarTime End) Shift(EventTimes times, LocalDateTime local)
    {
        if (times.Listed.TryGetValue(local, out var date) && date.End is { } end)
        {
            return (date.Start, end);
        }

        var start = times.Start with { Local = local };
        return (start, local == times.Start.Local ? times.End : start with { Local = local.PlusSeconds(times.Seconds!.Value) });
    }

    // DTSTART is the first of the set whatever the rule says, and counts for COUNT.
    private IEnumerable<LocalDateTime> Starts(EventTimes times)
    {
        yield return times.Start.Local;
        if (times.Rule is not { } rule)
        {
            yield break;
        }

        var (count, isFirst) = (1, true);
        foreach (var local in Recurrence.Of(rule, times.Start.Local, rule.LastDay(options.RepeatUntil), work))
        {
            if (isFirst && local != times.Start.Local)
            {
                problems.Warn(times.RuleLine, "RRULE", "start-not-in-rule", "The rule does not come to the start of the event. The start is a shift all the same: check that it is meant.");
            }

            isFirst = false;
            if (local == times.Start.Local)
            {
                continue;
            }

            if (++count > rule.Count || IsOver(rule, times.Start with { Local = local }))
            {
                break;
            }

            yield return local;
        }

        TellEnd(times, rule);
    }

    private bool IsOver(RecurrenceRule rule, CalendarTime time) =>
        rule.IsPast(time) || (rule.IsEndless && (time.Instant ?? time.Local.InUtc().ToInstant()) >= options.RepeatUntil);

    // Each is told once for the file: the rules after it are no better.
    private void TellEnd(EventTimes times, RecurrenceRule rule)
    {
        if (work.IsReached && !_toldOfWork)
        {
            _toldOfWork = true;
            problems.Error(times.RuleLine, "RRULE", "endless-rule", "This rule, with those before it, has been followed for too long. Give it an end, or write the shifts one by one.");
        }

        if (!work.IsReached && rule.IsEndless && !_toldOfEnd)
        {
            _toldOfEnd = true;
            problems.Warn(times.RuleLine, "RRULE", "repeats-without-end", $"The shift repeats without an end. It is taken until {options.RepeatUntil.InUtc():uuuu-MM-dd}; upload the calendar again before then.");
        }
    }

    // What lies outside of the series is usual: programs that cut it short leave the exceptions in.
    private void TellUnmatched(EventTimes times, IReadOnlyDictionary<LocalDateTime, CalendarEvent> changes, HashSet<LocalDateTime> met, LocalDateTime last)
    {
        foreach (var (local, line) in times.Excluded.Where(excluded => !met.Contains(excluded.Key) && excluded.Key >= times.Start.Local && excluded.Key <= last))
        {
            problems.Warn(line, "EXDATE", "unmatched-exception", "The event does not repeat at this time, so nothing is left out. Check that the time is right.", $"{local:uuuu-MM-dd HH:mm}");
        }

        foreach (var (local, change) in changes.Where(change => !met.Contains(change.Key) && change.Key <= last))
        {
            problems.Warn(change.Replaces!.Value.Line, "RECURRENCE-ID", "unmatched-exception", "The event does not repeat at this time. The changed shift is taken beside those of the series: check that both are meant.", $"{local:uuuu-MM-dd HH:mm}");
        }
    }

    private void TellUnmatchedDays(EventTimes times, HashSet<LocalDate> met, LocalDate last)
    {
        foreach (var (day, line) in times.ExcludedDays.Where(excluded => !met.Contains(excluded.Key) && excluded.Key >= times.Start.Local.Date && excluded.Key <= last))
        {
            problems.Warn(line, "EXDATE", "unmatched-exception", "The event does not repeat on this day, by the clock of its start, so nothing is left out. Check that the day is right.", $"{day:uuuu-MM-dd}");
        }
    }
}
