using System.Globalization;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads a VEVENT. Of one that is cancelled only what it cancels counts.</summary>
internal sealed class EventReader(CalendarTimeReader times, EventDetailsReader details, RosterProblems problems)
{
    private static readonly string[] Once = ["UID", "SEQUENCE", "RECURRENCE-ID", "STATUS", "DTSTART", "DTEND", "DURATION", "RRULE", "SUMMARY"];

    private readonly EventTimesReader _times = new(times, problems);

    /// <param name="isCancelled">Whether the whole calendar cancels.</param>
    /// <returns>Null when it is not known which event it is, which has been told.</returns>
    public CalendarEvent? Read(Component from, bool isCancelled)
    {
        if (from.IsBroken || TellTwice(from) || Sequence(from) is not { } sequence || !TryReplaces(from, out var replaces))
        {
            return null;
        }

        var uid = from.Property("UID")?.Value.Trim();
        var read = new CalendarEvent(from.Line, string.IsNullOrEmpty(uid) ? null : uid, sequence) { Replaces = replaces };
        if (isCancelled || string.Equals(from.Property("STATUS")?.Value.Trim(), "CANCELLED", StringComparison.OrdinalIgnoreCase))
        {
            return read with { IsCancelled = true };
        }

        read = read with { Times = _times.Read(from), Details = details.Read(from) };
        if (replaces is not null && read.Times is { Rule: not null })
        {
            problems.Error(read.Times.RuleLine, "RRULE", "unsupported-rule", "An event that stands for one repetition cannot repeat itself. Take the rule or the RECURRENCE-ID out.");
            return null;
        }

        return read;
    }

    private bool TellTwice(Component from)
    {
        var seen = new HashSet<string>();
        var twice = from.Properties.Where(property => Once.Contains(property.Name) && !seen.Add(property.Name)).ToArray();
        foreach (var property in twice)
        {
            problems.Error(property.Line, property.Name, "property-twice", $"The event has {property.Name} twice. Keep one of the two.");
        }

        return twice.Length > 0;
    }

    private int? Sequence(Component from)
    {
        if (from.Property("SEQUENCE") is not { } line)
        {
            return 0;
        }

        if (int.TryParse(line.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return sequence;
        }

        problems.Error(line.Line, line.Name, "unreadable-number", "SEQUENCE is a whole number.", line.Value);
        return null;
    }

    private bool TryReplaces(Component from, out (CalendarTime Time, int Line)? replaces)
    {
        replaces = null;
        if (from.Property("RECURRENCE-ID") is not { } line)
        {
            return true;
        }

        if (line.Parameter("RANGE") is not null)
        {
            problems.Error(line.Line, line.Name, "unsupported-range", "A change of this and all later shifts cannot be followed. End the first series before it with UNTIL, and make a new series from here on.");
            return false;
        }

        if (string.IsNullOrWhiteSpace(from.Property("UID")?.Value))
        {
            problems.Error(line.Line, line.Name, "missing-value", "The event stands for one repetition and has no UID, so it is not known of which event. Export the calendar again.");
            return false;
        }

        replaces = times.Read(line) is { } time ? (time, line.Line) : null;
        return replaces is not null;
    }
}
