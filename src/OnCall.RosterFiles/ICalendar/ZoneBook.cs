using NodaTime;
using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>The zones of one calendar by their TZID. One that is known goes before what the calendar says of it, which is often out of date.</summary>
internal sealed class ZoneBook
{
    // Apart from what the shifts may take, so that a description that nobody needs takes nothing from them.
    private const long MostComparing = 2_000_000;

    private readonly Dictionary<string, DateTimeZone?> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Component> _described = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnZone?> _own = new(StringComparer.Ordinal);
    private readonly WorkLimit _comparing = new(MostComparing);
    private readonly RosterProblems _problems;
    private readonly OwnZoneReader _reader;

    public ZoneBook(Component calendar, RosterProblems problems, WorkLimit work)
    {
        (_problems, _reader) = (problems, new OwnZoneReader(problems, work));
        foreach (var zone in calendar.Components.Where(component => component.Name == "VTIMEZONE"))
        {
            if (zone.Property("TZID") is { } id)
            {
                _described.TryAdd(id.Value.Trim(), zone);
            }
        }

        if (calendar.Property("X-WR-TIMEZONE") is { } line)
        {
            Floating = Find(line, line.Value);
        }
    }

    /// <summary>The zone of times that name none, from X-WR-TIMEZONE; null leaves them floating.</summary>
    public DateTimeZone? Floating { get; }

    /// <summary>Null when there is no such zone, which is told where it is first asked for.</summary>
    public DateTimeZone? Find(ContentLine asking, string id)
    {
        var name = id.Trim();
        if (!_found.TryGetValue(name, out var zone))
        {
            zone = Look(asking, name);
            _found[name] = zone;
        }

        return zone;
    }

    /// <summary>Warns once where the calendar itself describes a known zone otherwise: then its maker meant another instant.</summary>
    public void Compare(ContentLine asking, string id, CalendarTime time)
    {
        if (_own.GetValueOrDefault(id.Trim()) is { } own && time.Zone is { } known and not OwnZone && !_comparing.IsReached && (time with { Zone = own }).Instant is { } meant && meant != time.Instant)
        {
            _own.Remove(id.Trim());
            _problems.Warn(asking.Line, asking.Name, "zone-differs", $"The calendar describes the zone '{id}' otherwise than it is: by its description this is {meant:uuuu-MM-dd'T'HH:mm}Z, and it is taken as {time.Instant:uuuu-MM-dd'T'HH:mm}Z, by the rules of {known.Id}. Check which is meant.", asking.Value);
        }
    }

    private DateTimeZone? Look(ContentLine asking, string id)
    {
        var described = _described.GetValueOrDefault(id);
        if (described is not null)
        {
            _own[id] = new OwnZoneReader(new RosterProblems(), _comparing).Read(id, described);
        }

        if ((KnownZones.Find(id) ?? KnownZones.Find(described?.Property("X-LIC-LOCATION")?.Value.Trim() ?? "")) is { } known)
        {
            return known;
        }

        if (described is not null)
        {
            return _reader.Read(id, described);
        }

        _problems.Error(asking.Line, asking.Name, "unknown-zone", "No time zone is called so, and the file does not describe it. Use an IANA name such as Europe/Brussels, or write the times in UTC.", id);
        return null;
    }
}
