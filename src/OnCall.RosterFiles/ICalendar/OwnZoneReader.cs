using NodaTime;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads a VTIMEZONE, RFC 5545 section 3.6.5.</summary>
internal sealed class OwnZoneReader(RosterProblems problems, WorkLimit work)
{
    private const int MostOnsets = 5_000;

    private static readonly Instant LastOnset = Instant.FromUtc(2200, 1, 1, 0, 0);

    // By less, a local time could have three meanings.
    private static readonly Duration Apart = Duration.FromDays(2);

    /// <summary>Null when it cannot be followed, which has been told.</summary>
    public OwnZone? Read(string id, Component zone)
    {
        var onsets = new SortedDictionary<Instant, (Offset From, Offset To)>();
        var observances = zone.Components.Where(part => part.Name is "STANDARD" or "DAYLIGHT").ToArray();
        if (observances.Length == 0)
        {
            return Broken(zone.Line, "TZID", "it has neither STANDARD nor DAYLIGHT");
        }

        foreach (var observance in observances)
        {
            if (!Read(observance, onsets))
            {
                return null;
            }
        }

        // A zone that lacks its last changes would be an hour off.
        if (work.IsReached)
        {
            return Broken(zone.Line, "TZID", "with the zones and rules before it, it takes too long");
        }

        var previous = Instant.MinValue;
        foreach (var at in onsets.Keys)
        {
            if (previous > Instant.MinValue && at - previous < Apart)
            {
                return Broken(zone.Line, "TZID", "its changes are less than two days apart");
            }

            previous = at;
        }

        return new OwnZone(id, onsets.First().Value.From, [.. onsets.Select(onset => (onset.Key, onset.Value.To))]);
    }

    private bool Read(Component observance, SortedDictionary<Instant, (Offset From, Offset To)> onsets)
    {
        if (OffsetOf(observance, "TZOFFSETFROM") is not { } from || OffsetOf(observance, "TZOFFSETTO") is not { } to)
        {
            return false;
        }

        var start = observance.Property("DTSTART");
        if (TimeText.DateAndTime(start?.Value) is not (var first, var startIsUtc) || startIsUtc)
        {
            Broken(start?.Line ?? observance.Line, "DTSTART", "the change has no local date and time");
            return false;
        }

        var zone = DateTimeZone.ForOffset(from);
        var locals = Listed(observance, zone);
        if (locals is null || !TryRepeat(observance, first, zone, locals))
        {
            return false;
        }

        foreach (var local in locals.Prepend(first))
        {
            onsets[local.WithOffset(from).ToInstant()] = (from, to);
        }

        if (onsets.Count > MostOnsets)
        {
            Broken(observance.Line, "RRULE", $"it changes more than {MostOnsets} times");
            return false;
        }

        return true;
    }

    private Offset? OffsetOf(Component observance, string name)
    {
        var property = observance.Property(name);
        if (TimeText.Offset(property?.Value) is { } offset)
        {
            return offset;
        }

        Broken(property?.Line ?? observance.Line, name, "it needs an offset such as +0100");
        return null;
    }

    private List<LocalDateTime>? Listed(Component observance, DateTimeZone zone)
    {
        var locals = new List<LocalDateTime>();
        foreach (var line in observance.All("RDATE"))
        {
            foreach (var value in line.Value.Split(','))
            {
                if (TimeText.DateAndTime(value) is not var (local, isUtc))
                {
                    Broken(line.Line, "RDATE", "it needs dates and times");
                    return null;
                }

                locals.Add(isUtc ? local.InUtc().WithZone(zone).LocalDateTime : local);
            }
        }

        return locals;
    }

    private bool TryRepeat(Component observance, LocalDateTime first, DateTimeZone zone, List<LocalDateTime> locals)
    {
        foreach (var line in observance.All("RRULE"))
        {
            var reading = RecurrenceRuleReader.Read(line.Value);
            if (reading.Rule is not { } rule)
            {
                Broken(line.Line, "RRULE", reading.Fault);
                return false;
            }

            foreach (var local in Recurrence.Of(rule, first, rule.LastDay(LastOnset), work).TakeWhile(local => !rule.IsPast(new CalendarTime(local, zone))))
            {
                locals.Add(local);
                if (locals.Count > MostOnsets || locals.Count >= rule.Count)
                {
                    break;
                }
            }
        }

        return true;
    }

    private OwnZone? Broken(int line, string column, string why)
    {
        problems.Error(line, column, "broken-zone", $"This description of a time zone cannot be followed: {why}. Use a zone that is known, such as Europe/Brussels, or write the times in UTC.");
        return null;
    }
}
