using NodaTime;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>
/// Reads when an event is. A duration is counted by the wall clock, and so is the length of every repetition: on the night of a change
/// of the clocks too the shift ends when the next one begins. RFC 5545 section 3.3.6 would have hours exact.
/// </summary>
internal sealed class EventTimesReader(CalendarTimeReader times, RosterProblems problems)
{
    private readonly EventDatesReader _dates = new(times, problems);

    /// <summary>Null when they cannot be read, which has been told.</summary>
    public EventTimes? Read(Component from)
    {
        if (from.Property("DTSTART") is not { } startLine)
        {
            problems.Error(from.Line, "DTSTART", "missing-value", "The event has no start. Every shift needs one.");
            return null;
        }

        if (times.Read(startLine) is not { } start || End(from, start) is not { } end || !TryRule(from, out var rule)
            || _dates.Listed(from, start) is not { } listed || _dates.Excluded(from, start) is not { } excluded)
        {
            return null;
        }

        long? seconds = end.In(start.Zone) is { } local ? Period.Between(start.Local, local, PeriodUnits.Seconds).Seconds : null;
        var read = new EventTimes(start, end, seconds)
        {
            RuleLine = from.Property("RRULE")?.Line ?? startLine.Line,
            Rule = rule,
            Listed = listed,
            Excluded = excluded.Times,
            ExcludedDays = excluded.Days,
        };
        if (read.Repeats && seconds is not > 0)
        {
            problems.Error(read.RuleLine, "RRULE", "mixed-times", "The event repeats, and its start and end are written in different zones. Write both in the same zone.");
            return null;
        }

        return read;
    }

    private CalendarTime? End(Component from, CalendarTime start)
    {
        var (endLine, durationLine) = (from.Property("DTEND"), from.Property("DURATION"));
        if (endLine is null && durationLine is null)
        {
            problems.Error(from.Line, "DTEND", "missing-value", "The event has no end. Every shift needs one: write DTEND or DURATION.");
            return null;
        }

        if (endLine is null)
        {
            return Lasting(durationLine!, start);
        }

        if (durationLine is not null)
        {
            problems.Error(durationLine.Line, "DURATION", "property-twice", "The event has both an end and a duration. Keep one of the two.");
            return null;
        }

        if (times.Read(endLine) is not { } end)
        {
            return null;
        }

        var isAfter = Equals(start.Zone, end.Zone) ? end.Local > start.Local : start.Zone is null || end.Zone is null || end.Instant > start.Instant;
        if (!isAfter)
        {
            problems.Error(endLine.Line, "DTEND", "end-not-after-start", "The shift ends before it starts, or at the same time. A shift past midnight ends on the next day.", endLine.Value);
        }

        return isAfter ? end : null;
    }

    private CalendarTime? Lasting(ContentLine line, CalendarTime start)
    {
        if (TimeText.Duration(line.Value.Trim()) is not { } seconds)
        {
            problems.Error(line.Line, line.Name, "unreadable-duration", "This is no duration of a calendar, or one of more than ten years. Write it as PT8H, PT12H30M or P1D.", line.Value);
            return null;
        }

        if (seconds == 0)
        {
            problems.Error(line.Line, line.Name, "end-not-after-start", "The shift takes no time. Give it a duration such as PT8H.", line.Value);
            return null;
        }

        return start with { Local = start.Local.PlusSeconds(seconds) };
    }

    private bool TryRule(Component from, out RecurrenceRule? rule)
    {
        rule = null;
        if (from.Property("EXRULE") is { } old)
        {
            problems.Error(old.Line, old.Name, "unsupported-rule", "EXRULE is no longer part of calendars. Write the times that are left out as EXDATE.", old.Value);
            return false;
        }

        if (from.Property("RRULE") is not { } line)
        {
            return true;
        }

        (rule, var fault) = RecurrenceRuleReader.Read(line.Value);
        if (rule is null)
        {
            problems.Error(line.Line, line.Name, "unsupported-rule", $"The rule cannot be followed: {fault}. Repeat the shift by hour, day, week, month or year as RFC 5545 writes it, or write the shifts one by one.", line.Value);
        }

        return rule is not null;
    }
}
