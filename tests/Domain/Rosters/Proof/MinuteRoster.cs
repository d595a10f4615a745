namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>
/// Who holds a role, worked out anew for every single minute from what the words mean.
/// <list type="bullet">
/// <item>A shift or cover holds its first minute and not that of its end.</item>
/// <item>A cover takes every place of the person whom it names: whoever had the place before goes, on whatever tier it is.</item>
/// <item>A cover that names nobody takes the place of the only person on tier 1; beside several it stands as one more.</item>
/// <item>A cover whose person has no place stands as a place of its own.</item>
/// <item>Covers are laid in the order in which they were made, so the latest wins.</item>
/// <item>Nobody inactive is on; they count as an only person only where no one else does.</item>
/// <item>Somebody on several tiers answers on the first of them.</item>
/// </list>
/// </summary>
internal sealed class MinuteRoster
{
    private readonly List<(WrittenShift Shift, int From, int To)> _shifts;
    private readonly List<(WrittenCover Cover, int From, int To)> _covers;
    private readonly string _inactive;

    public MinuteRoster(WallStrip strip, WrittenRoster roster)
    {
        _shifts = roster.Shifts.Select(s => (s, strip.MinuteOf(s.Start), strip.MinuteOf(s.End))).ToList();
        _covers = roster.Covers.Select(c => (c, strip.MinuteOf(c.Start), strip.MinuteOf(c.End))).ToList();
        _inactive = roster.Inactive;
    }

    public Holders At(int minute)
    {
        var places = new List<Place>();
        foreach (var (shift, from, to) in _shifts)
        {
            if (from <= minute && minute < to)
            {
                places.Add(new Place(shift.Tier, shift.Person.ToString()));
            }
        }

        foreach (var (cover, from, to) in _covers)
        {
            if (from <= minute && minute < to)
            {
                Lay(cover, places);
            }
        }

        return Active(places);
    }

    private void Lay(WrittenCover cover, List<Place> places)
    {
        var gone = cover.Instead ?? OnlyPrimary(places);
        var taken = gone is { } person
            ? places.FindAll(p => p.Had.Contains(person, StringComparison.Ordinal) && (cover.Instead is not null || p.Tier == 1))
            : [];
        if (taken.Count == 0)
        {
            places.Add(new Place(cover.Tier, $"{gone}{cover.Person}"));
        }

        foreach (var place in taken)
        {
            place.Had += cover.Person;
        }
    }

    private char? OnlyPrimary(List<Place> places)
    {
        var primaries = places.Where(p => p.Tier == 1).Select(p => p.Now).ToHashSet();
        var active = primaries.Where(p => !_inactive.Contains(p, StringComparison.Ordinal)).ToHashSet();
        var candidates = active.Count > 0 ? active : primaries;
        return candidates.Count == 1 ? candidates.Single() : null;
    }

    private Holders Active(List<Place> places)
    {
        var holders = default(Holders);
        foreach (var place in places)
        {
            var isFirst = places.TrueForAll(p => p.Now != place.Now || p.Tier >= place.Tier);
            if (isFirst && !_inactive.Contains(place.Now, StringComparison.Ordinal))
            {
                holders = holders.With(place.Now, place.Tier);
            }
        }

        return holders;
    }

    /// <summary>A place on a tier, and everyone who had it, the latest last.</summary>
    private sealed class Place(int tier, string had)
    {
        public int Tier { get; } = tier;

        public string Had { get; set; } = had;

        public char Now => Had[^1];
    }
}
