using NodaTime;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A zone of the time zone database whose offset changes in the years that rosters are written for.</summary>
internal sealed record ChangingZone(string Id, IReadOnlyList<ZoneChange> Changes)
{
    private static readonly Interval Years = new(Instant.FromUtc(2024, 1, 1, 0, 0), Instant.FromUtc(2031, 1, 1, 0, 0));

    /// <summary>Every one of them, also those that are other names of another.</summary>
    public static IReadOnlyList<ChangingZone> All { get; } = DateTimeZoneProviders.Tzdb.Ids
        .Select(id => new ChangingZone(id, ChangesOf(DateTimeZoneProviders.Tzdb[id])))
        .Where(zone => zone.Changes.Count > 0)
        .ToList();

    private static List<ZoneChange> ChangesOf(DateTimeZone zone)
    {
        var intervals = zone.GetZoneIntervals(Years).ToList();
        return intervals.Zip(intervals.Skip(1))
            .Where(pair => pair.First.WallOffset != pair.Second.WallOffset)
            .Select(pair => new ZoneChange(zone, pair.Second.Start, pair.First.WallOffset, pair.Second.WallOffset))
            .ToList();
    }
}
