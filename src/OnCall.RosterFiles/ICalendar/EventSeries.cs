using NodaTime;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>The events of one UID: the one that repeats, and those that stand for single repetitions of it, RFC 5545 section 3.8.4.4.</summary>
internal sealed class EventSeries(IReadOnlyList<CalendarEvent> events, RosterProblems problems)
{
    /// <summary>When each shift is, in no order.</summary>
    public IEnumerable<(CalendarEvent Event, CalendarTime Start, CalendarTime End)> Shifts(RepetitionReader repetitions)
    {
        var whole = Latest(events.Where(e => e.Replaces is null));
        if (whole is { IsCancelled: true })
        {
            return [];
        }

        var changes = Changes(whole);
        return Unchanged(whole, changes, repetitions).Concat(changes.Values
            .Where(change => change.Times is not null)
            .Select(change => (change, change.Times!.Start, change.Times.End)));
    }

    private static IEnumerable<(CalendarEvent Event, CalendarTime Start, CalendarTime End)> Unchanged(
        CalendarEvent? whole,
        Dictionary<LocalDateTime, CalendarEvent> changes,
        RepetitionReader repetitions) =>
        whole?.Times is { } times ? repetitions.Read(whole, times, changes).Select(shift => (whole, shift.Start, shift.End)) : [];

    private Dictionary<LocalDateTime, CalendarEvent> Changes(CalendarEvent? whole)
    {
        var start = whole?.Times?.Start;
        var changes = new Dictionary<LocalDateTime, List<CalendarEvent>>();
        foreach (var change in events.Where(e => e.Replaces is not null))
        {
            var (time, line) = change.Replaces!.Value;
            if ((start is { } known ? time.ByClockOf(known) : time.Local) is not { } local)
            {
                problems.Error(line, "RECURRENCE-ID", "mixed-times", "The event that it changes has no zone and this has one. Write both alike.");
                continue;
            }

            if (!changes.TryGetValue(local, out var versions))
            {
                changes[local] = versions = [];
            }

            versions.Add(change);
        }

        return changes.ToDictionary(change => change.Key, change => Latest(change.Value)!);
    }

    private CalendarEvent? Latest(IEnumerable<CalendarEvent> versions)
    {
        CalendarEvent? latest = null;
        foreach (var version in versions)
        {
            if (latest is not null && version.Sequence == latest.Sequence)
            {
                problems.Error(version.Line, "UID", "uid-twice", $"The event of line {latest.Line} has the same UID, and neither is the later version. Give each event a UID of its own, or take one out.", version.Uid);
            }

            latest = latest is null || version.Sequence > latest.Sequence ? version : latest;
        }

        return latest;
    }
}
