using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>
/// Zones by the names that calendars give them: IANA's, Windows', and IANA's behind a maker's prefix
/// ("/freeassociation.sourceforge.net/Europe/Brussels", RFC 5545 section 3.2.19).
/// </summary>
internal static class KnownZones
{
    private static readonly FrozenDictionary<string, string> Ids =
        DateTimeZoneProviders.Tzdb.Ids.Select(id => (Name: id, Id: id))
            .Concat(TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.Select(pair => (Name: pair.Key, Id: pair.Value)))
            .DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Id, StringComparer.OrdinalIgnoreCase);

    public static DateTimeZone? Find(string name)
    {
        if (Named(name) is { } zone)
        {
            return zone;
        }

        for (var slash = name.StartsWith('/') ? 0 : -1; slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            if (Named(name[(slash + 1)..]) is { } behind)
            {
                return behind;
            }
        }

        return null;
    }

    private static DateTimeZone? Named(string name) => Ids.TryGetValue(name, out var id) ? DateTimeZoneProviders.Tzdb[id] : null;
}
