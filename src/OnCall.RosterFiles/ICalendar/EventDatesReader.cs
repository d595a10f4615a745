using NodaTime;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads RDATE and EXDATE, RFC 5545 sections 3.8.5.1 and 3.8.5.2.</summary>
internal sealed class EventDatesReader(CalendarTimeReader times, RosterProblems problems)
{
    /// <summary>By the wall clock of the start's zone. Null when one cannot be read, which has been told.</summary>
    public Dictionary<LocalDateTime, ListedDate>? Listed(Component from, CalendarTime start)
    {
        var listed = new Dictionary<LocalDateTime, ListedDate>();
        foreach (var (line, value) in Values(from, "RDATE"))
        {
            var slash = value.IndexOf('/', StringComparison.Ordinal);
            if (times.Read(line, slash < 0 ? value : value[..slash]) is not { } time || LocalOf(line, time, start) is not { } local)
            {
                return null;
            }

            var end = slash < 0 ? null : PeriodEnd(line, time, value[(slash + 1)..]);
            if (slash >= 0 && end is null)
            {
                return null;
            }

            listed.TryAdd(local, new ListedDate(time, end));
        }

        return listed;
    }

    /// <summary>Times by the wall clock of the start's zone, with their lines. Null when one cannot be read, which has been told.</summary>
    public (Dictionary<LocalDateTime, int> Times, Dictionary<LocalDate, int> Days)? Excluded(Component from, CalendarTime start)
    {
        var excluded = new Dictionary<LocalDateTime, int>();
        var days = new Dictionary<LocalDate, int>();
        foreach (var (line, value) in Values(from, "EXDATE"))
        {
            if (TimeText.Date(value) is { } day)
            {
                days.TryAdd(day, line.Line);
            }
            else if (times.Read(line, value) is not { } time || LocalOf(line, time, start) is not { } local)
            {
                return null;
            }
            else
            {
                excluded.TryAdd(local, line.Line);
            }
        }

        return (excluded, days);
    }

    private LocalDateTime? LocalOf(ContentLine line, CalendarTime time, CalendarTime start)
    {
        var local = time.ByClockOf(start);
        if (local is null)
        {
            problems.Error(line.Line, line.Name, "mixed-times", "The start of the event has no zone and this has one. Write both alike.", line.Value);
        }

        return local;
    }

    private CalendarTime? PeriodEnd(ContentLine line, CalendarTime start, string text)
    {
        var end = TimeText.Duration(text) is { } seconds ? start with { Local = start.Local.PlusSeconds(seconds) } : times.Read(line, text);
        if (end is not { } known)
        {
            return null;
        }

        if (Equals(known.Zone, start.Zone) ? known.Local > start.Local : known.Instant > start.Instant)
        {
            return known;
        }

        problems.Error(line.Line, line.Name, "end-not-after-start", "The shift ends before it starts, or at the same time. A shift past midnight ends on the next day.", text);
        return null;
    }

    private static IEnumerable<(ContentLine Line, string Value)> Values(Component from, string name) =>
        from.All(name).SelectMany(line => line.Value.Split(',', StringSplitOptions.TrimEntries), (line, value) => (line, value));
}
