using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Paper;

/// <summary>Cuts a role's roster into the stretches that paper shows, without hole or overlap from its first moment to its last.</summary>
internal static class PaperStretches
{
    public static IReadOnlyList<PaperStretch> Of(RoleTimeline timeline, RoleScope scope, Instant from, Instant to, Func<OnShift, PaperPerson> person)
    {
        var gaps = RosterGap.Find(timeline, scope.Role.Coverage, scope.Zone, scope.Holidays, from, to).Where(f => f.Kind == RosterFindingKind.Uncovered).ToList();
        var edges = timeline.Segments.SelectMany(s => new[] { s.Start, s.End })
            .Concat(gaps.SelectMany(g => new[] { g.Start, g.End }))
            .Where(at => from < at && at < to)
            .Append(from).Append(to)
            .Distinct().Order().ToList();
        var stretches = new List<PaperStretch>();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var people = timeline.SegmentAt(edges[i])?.Responders.Select(person).ToList() ?? [];
            stretches.Add(new PaperStretch(edges[i], edges[i + 1], people, people.Count == 0 && gaps.Exists(g => g.Start <= edges[i] && edges[i] < g.End)));
        }

        return stretches;
    }
}
