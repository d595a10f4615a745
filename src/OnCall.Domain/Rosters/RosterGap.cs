using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>Finds where a roster does not fit the coverage of its role: gaps, and two primaries where one is meant.</summary>
public static class RosterGap
{
    /// <summary>All findings in [from, to), cut to it and to the coverage hours, in order of time.</summary>
    /// <param name="timeline">Must be known over the whole time.</param>
    /// <param name="zone">The role's zone, in which its coverage hours are written.</param>
    /// <param name="holidays">Of the role's unit and those above it.</param>
    public static IReadOnlyList<RosterFinding> Find(
        RoleTimeline timeline, Coverage coverage, DateTimeZone zone, IReadOnlySet<LocalDate> holidays, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(holidays);
        var found = new List<RosterFinding>();
        foreach (var (start, end) in CoverageTimes.Of(coverage, zone, holidays, from, to))
        {
            for (var at = start; at < end;)
            {
                var segment = timeline.SegmentAt(at);
                var next = Instant.Min(end, segment?.End ?? FirstAfter(timeline, at) ?? end);
                var primaries = segment?.Responders.Count(r => r.Tier == 1) ?? 0;
                if (KindOf(segment is { Responders.Count: > 0 }, primaries, coverage.People) is { } kind)
                {
                    Append(found, new RosterFinding(kind, at, next, primaries));
                }

                at = next;
            }
        }

        return found;
    }

    private static RosterFindingKind? KindOf(bool covered, int primaries, int? people) => (covered, people) switch
    {
        (false, _) => RosterFindingKind.Uncovered,
        (true, { } meant) when primaries < meant => RosterFindingKind.TooFew,
        (true, 1) when primaries > 1 => RosterFindingKind.TooMany,
        _ => null,
    };

    private static void Append(List<RosterFinding> found, RosterFinding finding)
    {
        if (found.Count > 0 && found[^1] is var last && last.Kind == finding.Kind && last.People == finding.People && last.End == finding.Start)
        {
            found[^1] = last with { End = finding.End };
            return;
        }

        found.Add(finding);
    }

    private static Instant? FirstAfter(RoleTimeline timeline, Instant at) =>
        timeline.Segments is [var first, ..] && first.Start > at ? first.Start : null;
}
