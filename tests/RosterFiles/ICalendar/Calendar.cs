using System.Text;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.RosterFiles.ICalendar;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>Reads calendars as if they had been uploaded for the role Cardiology, in Brussels.</summary>
internal static class Calendar
{
    public static RosterReadingOptions Options { get; } = new() { Role = "Cardiology", RepeatUntil = Instant.FromUtc(2028, 1, 1, 0, 0) };

    public static DateTimeZone Brussels { get; } = DateTimeZoneProviders.Tzdb["Europe/Brussels"];

    /// <summary>A calendar around the components, whose first line is line 3.</summary>
    public static string Of(params IEnumerable<string> lines) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Join("\r\n", lines)}\r\nEND:VCALENDAR\r\n";

    /// <summary>An event of N1 around the lines; the first of them is line 7.</summary>
    public static string Event(params IEnumerable<string> lines) => Of(["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "X-ONCALL-EMPLOYEE-NO:N1", .. lines, "END:VEVENT"]);

    public static RosterReading Read(string text, RosterReadingOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static RosterReading Read(byte[] bytes, RosterReadingOptions? options = null) =>
        new ICalendarRosterReader().Read(new RosterFile("roster.ics", bytes), options ?? Options);

    /// <summary><c>row column code</c> of every problem.</summary>
    public static IEnumerable<string> Problems(RosterReading reading) =>
        reading.Problems.ToList().Select(p => $"{p.Row} {p.Column} {p.Code}".Replace("  ", " ", StringComparison.Ordinal));

    public static IEnumerable<string> Problems(string text) => Problems(Read(text));

    /// <summary>Start and end of every draft as they were written: <c>2026-10-12T20:00 Europe/Brussels > …</c>.</summary>
    public static IEnumerable<string> Times(RosterReading reading) => reading.Drafts.Select(d => $"{Text(d.Start)} > {Text(d.End)}");

    public static IEnumerable<string> Times(string text) => Times(Clean(text));

    /// <summary>When every draft begins, by the wall clock that it was written by.</summary>
    public static IEnumerable<string> Starts(string text) => Clean(text).Drafts.Select(d => $"{d.Start.Local:uuuu-MM-dd'T'HH:mm}");

    /// <summary><c>employeeNo|name|mail</c> of every draft.</summary>
    public static IEnumerable<string> People(RosterReading reading) => reading.Drafts.Select(d => $"{d.Person.EmployeeNo}|{d.Person.Name}|{d.Person.Mail}");

    public static IEnumerable<string> People(string text) => People(Read(text));

    /// <summary>Every draft as instants, floating times by the clocks of Brussels.</summary>
    public static IEnumerable<string> Shifts(RosterReading reading) => reading.Drafts.Select(d =>
        $"{d.Row}|{d.Role}|{d.Person.EmployeeNo}|{d.Person.Name}|{d.Person.Mail}|{At(d.Start)}|{At(d.End)}|{d.Tier}|{d.Label}");

    public static Instant At(WrittenTime time) => new RosterClock(Brussels).Map(time).At;

    private static RosterReading Clean(string text)
    {
        var reading = Read(text);
        return reading.Problems.HasErrors ? throw new InvalidOperationException(string.Join('\n', reading.Problems.ToList())) : reading;
    }

    private static string Text(WrittenTime time) => $"{time.Local:uuuu-MM-dd'T'HH:mm}{time.Offset}{(time.Zone is { } zone ? $" {zone.Id}" : "")}";
}
