using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>
/// A role's roster as calendars show it: covers laid over shifts, and cut where a shift begins. Somebody who is on day after day has an
/// event for each shift, whose start does not move when the shifts before it leave the feed.
/// </summary>
internal static class FeedStretches
{
    /// <summary>Those that touch [from, to), whole. The roster must hold all that touches any of them.</summary>
    public static IEnumerable<OnShift> Of(RoleRoster roster, Instant from, Instant to)
    {
        var starts = roster.Shifts.ToLookup(s => s.Person, s => s.Start);
        return RosterSpans.Of(RoleTimeline.Of(roster), from, to)
            .SelectMany(span => Cut(span, StoodFor(span, roster.Covers).SelectMany(p => starts[p])))
            .Where(s => s.Since < to && from < s.Until);
    }

    private static IEnumerable<OnShift> Cut(OnShift span, IEnumerable<Instant> starts)
    {
        var since = span.Since;
        foreach (var start in starts.Where(s => span.Since < s && s < span.Until).Distinct().Order())
        {
            yield return span with { Since = since, Until = start };
            since = start;
        }

        yield return span with { Since = since };
    }

    /// <summary>The person, and for a cover everybody whose shift it may be.</summary>
    private static HashSet<PersonId> StoodFor(OnShift span, IReadOnlyList<Cover> covers)
    {
        var people = new HashSet<PersonId> { span.Person };
        for (var person = span.Because.InsteadOf; person is { } gone && people.Add(gone);)
        {
            person = covers.FirstOrDefault(c => c.Person == gone && c.Start < span.Until && span.Since < c.End)?.Instead;
        }

        return people;
    }
}
