using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Where on a role a cover would stand.</summary>
/// <param name="Tier">Null when it cannot stand anywhere.</param>
/// <param name="Several">The people on tier 1 at once, of whom one must be named; empty when that is clear.</param>
internal sealed record CoverPlace(int? Tier, IReadOnlyList<PersonId> Several)
{
    /// <summary>The tier of the person stood in for, on shift or by a cover of their own.</summary>
    public static CoverPlace Of(RoleRoster roster, PersonId instead, Instant from, Instant to)
    {
        var tiers = roster.Shifts.Where(s => s.Person == instead && s.Start < to && from < s.End).Select(s => s.Tier)
            .Concat(roster.Covers.Where(c => c.Person == instead && c.Start < to && from < c.End).Select(c => c.Tier))
            .ToList();
        return new CoverPlace(tiers.Count > 0 ? tiers.Min() : null, []);
    }

    /// <summary>Tier 1, unless several people are on it at any time.</summary>
    public static CoverPlace OfOnlyPrimary(RoleRoster roster, Instant from, Instant to)
    {
        var several = RoleTimeline.Of(roster).Segments
            .Where(s => s.Start < to && from < s.End)
            .Select(s => s.Responders.Where(r => r.Tier == 1).Select(r => r.Person).ToList())
            .FirstOrDefault(people => people.Count > 1);
        return several is null ? new CoverPlace(1, []) : new CoverPlace(null, several);
    }

    /// <summary>When somebody next comes on tier 1 after an instant at which nobody is; null when nobody does.</summary>
    public static Instant? PrimaryFrom(RoleRoster roster, Instant at) =>
        RoleTimeline.Of(roster).Segments.Where(s => s.End > at && s.Responders.Any(r => r.Tier == 1)).Select(s => (Instant?)s.Start).FirstOrDefault();

    /// <summary>Whoever is alone on tier 1 then; null when nobody is, or several are.</summary>
    public static PersonId? OnlyPrimary(RoleRoster roster, Instant at) =>
        RoleTimeline.Of(roster).At(at).OnTier(1).Select(r => (PersonId?)r.Person).ToList() is [var only] ? only : null;
}
