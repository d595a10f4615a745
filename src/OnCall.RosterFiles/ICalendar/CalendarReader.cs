using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Turns the events of calendars into drafts.</summary>
internal sealed class CalendarReader(EventFields fields, RosterReadingOptions options, RosterProblems problems, WorkLimit work)
{
    private readonly EventDetailsReader _details = new(fields, options, problems);
    private readonly RepetitionReader _repetitions = new(options, problems, work);

    /// <summary>By row, and by time within one.</summary>
    public IReadOnlyList<DraftShift> Read(IEnumerable<Component> calendars)
    {
        var drafts = new List<DraftShift>();
        foreach (var draft in calendars.SelectMany(Drafts))
        {
            if (drafts.Count == options.MaxRows)
            {
                problems.Error(draft.Row, "", "too-many-rows", $"A calendar may come to {options.MaxRows} shifts. Split it by role or by time, and give events that repeat an end.");
                break;
            }

            drafts.Add(draft);
        }

        return [.. drafts.OrderBy(draft => draft.Row).ThenBy(draft => draft.Start.Local)];
    }

    private IEnumerable<DraftShift> Drafts(Component calendar)
    {
        if (calendar.Property("VERSION") is { } version && version.Value.Trim() == "1.0")
        {
            problems.Error(version.Line, version.Name, "unsupported-version", "This is a vCalendar 1.0, whose rules are written otherwise. Export it as iCalendar 2.0.");
            return [];
        }

        return Events(calendar)
            .GroupBy(e => (e.Uid, Line: e.Uid is null ? e.Line : 0))
            .SelectMany(series => new EventSeries([.. series], problems).Shifts(_repetitions))
            .SelectMany(shift => Drafts(shift.Event, shift.Start, shift.End));
    }

    private static IEnumerable<DraftShift> Drafts(CalendarEvent of, CalendarTime start, CalendarTime end) => of.Details is { } details
        ? details.People.Select(person => new DraftShift(of.Line, details.Role, person, start.Written, end.Written, details.Tier, details.Label))
        : [];

    private List<CalendarEvent> Events(Component calendar)
    {
        var reader = new EventReader(new CalendarTimeReader(new ZoneBook(calendar, problems, work), problems), _details, problems);
        var method = calendar.Property("METHOD");
        var isCancelled = string.Equals(method?.Value.Trim(), "CANCEL", StringComparison.OrdinalIgnoreCase);
        if (isCancelled)
        {
            problems.Warn(method!.Line, method.Name, "cancelled", "This calendar only says what is cancelled. Nothing of it is taken: upload the roster as it is now.");
        }

        var events = new List<CalendarEvent>();
        foreach (var component in calendar.Components.Where(component => component.Name == "VEVENT"))
        {
            if (reader.Read(component, isCancelled) is { } read)
            {
                events.Add(read);
            }
        }

        return events;
    }
}
