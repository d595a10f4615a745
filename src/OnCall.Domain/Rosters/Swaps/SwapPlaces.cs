using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters.Swaps;

/// <summary>Who has which place on a roster, as a swap asks it. Covers are laid; the roster must hold all of the time asked for.</summary>
public static class SwapPlaces
{
    /// <summary>The whole stretch around an instant that somebody is on for by one shift, or by a cover; null when they are not on then.</summary>
    public static (Instant Start, Instant End)? WholeAt(RoleRoster roster, PersonId person, Instant at)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var on = RoleTimeline.Of(roster).At(at).Responders.FirstOrDefault(r => r.Person == person);
        var shift = roster.Shifts.FirstOrDefault(s => s.Person == person && s.Start <= at && at < s.End);
        return on is null ? null
            : on.Because.Cover is null && shift is not null ? (Instant.Max(shift.Start, on.Since), Instant.Min(shift.End, on.Until))
            : on.Because.Cover is { } cover ? (Instant.Max(cover.Start, on.Since), Instant.Min(cover.End, on.Until))
            : (on.Since, on.Until);
    }

    /// <summary>The tier that somebody is on over all of [start, end); null when they are not, or change tier within it.</summary>
    public static int? TierOver(RoleRoster roster, PersonId person, Instant start, Instant end)
    {
        int? tier = null;
        var reached = start;
        foreach (var segment in RoleTimeline.Of(roster).Segments.Where(s => s.Start < end && start < s.End))
        {
            var on = segment.Responders.FirstOrDefault(r => r.Person == person);
            if (on is null || segment.Start > reached || (tier is not null && tier != on.Tier))
            {
                return null;
            }

            (tier, reached) = (on.Tier, segment.End);
        }

        return reached >= end ? tier : null;
    }

    /// <summary>Whether somebody is on at any time of [start, end), on any tier.</summary>
    public static bool IsOnWithin(RoleRoster roster, PersonId person, Instant start, Instant end) =>
        RoleTimeline.Of(roster).Segments.Any(s => s.Start < end && start < s.End && s.Responders.Any(r => r.Person == person));

    /// <summary>
    /// Whether a cover puts its person in that one place and changes nothing else. A cover goes by person, also over places that they gave
    /// away before, so that where covers lie over each other it could move a colleague who has nothing to do with it.
    /// </summary>
    public static bool ChangesThatAlone(RoleRoster roster, Cover cover)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(cover);
        var (before, after) = (RoleTimeline.Of(roster), RoleTimeline.Of(roster with { Covers = [.. roster.Covers, cover] }));
        var edges = before.Segments.Concat(after.Segments).SelectMany(s => new[] { s.Start, s.End }).Append(cover.Start).Append(cover.End).Distinct();
        return edges.All(at =>
        {
            var was = Posts(before, at);
            var isIn = cover.Start <= at && at < cover.End;
            var meant = isIn ? was.Select(p => p.Person == cover.Instead && p.Tier == cover.Tier ? (cover.Person, p.Tier) : p) : was;
            return Posts(after, at).ToHashSet().SetEquals(meant);
        });
    }

    private static List<(PersonId Person, int Tier)> Posts(RoleTimeline timeline, Instant at) =>
        [.. timeline.At(at).Responders.Select(r => (r.Person, r.Tier))];
}
