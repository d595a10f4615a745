using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads calendars by RFC 5545 in UTF-8: an event is a shift. A row is the line of the file where the event begins.</summary>
public sealed class ICalendarRosterReader : IRosterReader
{
    private const string Encoding = "utf-8";

    // Enough for a hundred series of a century; a rule that comes to nothing takes a second or two.
    private const long MostWork = 5_000_000;

    // Ten in each of the most shifts.
    private const int MostLines = 1_000_000;

    public string Format => "icalendar";

    public bool CanRead(RosterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = file.Content.Span;
        head = (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        return head.Length >= 15 && System.Text.Ascii.EqualsIgnoreCase(head[..15], "BEGIN:VCALENDAR"u8);
    }

    public RosterReading Read(RosterFile file, RosterReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new RosterProblems();
        var fields = new EventFields(options, problems);
        var lines = Unfolding.Of(file.Content.Span, MostLines);
        if (lines.Count > MostLines)
        {
            problems.Error(0, "", "too-many-rows", $"A calendar may have {MostLines} lines. Split it by role or by time.");
            lines = [];
        }

        var calendars = new ComponentReader(problems).Read(lines) ?? [];
        var count = calendars.Sum(calendar => calendar.Components.Count(component => component.Name == "VEVENT"));
        if (count == 0 && !problems.HasErrors)
        {
            problems.Error(0, "", calendars.Count == 0 ? "empty-file" : "no-rows", "The calendar has no events, and shifts are events.");
        }

        var drafts = new CalendarReader(fields, options, problems, new WorkLimit(MostWork)).Read(calendars);
        return new RosterReading(Format, Encoding, count, fields.Columns, drafts, problems) { Mapped = fields.Mapped };
    }
}
