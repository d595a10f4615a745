using System.Globalization;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>What a sweep has looked at.</summary>
internal sealed class Tally
{
    private readonly HashSet<string> _zones = [];
    private readonly HashSet<ZoneChange> _changes = [];

    public int Zones => _zones.Count;

    public int Changes => _changes.Count;

    public int Rosters { get; private set; }

    public long Minutes { get; private set; }

    public void Count(ZoneChange change, long minutes)
    {
        _zones.Add(change.Zone.Id);
        _changes.Add(change);
        Rosters++;
        Minutes += minutes;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Zones} zones, {Changes} of {ChangingZone.All.Sum(z => z.Changes.Count)} changes of the clocks, {Rosters} rosters, {Minutes:N0} minutes compared");
}
