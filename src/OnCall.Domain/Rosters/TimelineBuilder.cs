using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters;

/// <summary>Sweeps once over the edges of a roster, then links each person's time on without a break.</summary>
internal static class TimelineBuilder
{
    public static TimelineSegment[] Build(RoleRoster roster)
    {
        var stretches = Stretches(roster);
        var segments = new TimelineSegment[stretches.Count];
        var since = Since(stretches);
        var until = new Dictionary<(PersonId, int), Instant>();
        Instant? change = null;
        for (var i = stretches.Count - 1; i >= 0; i--)
        {
            var stretch = stretches[i];
            var next = i + 1 < stretches.Count ? stretches[i + 1].Posts : [];
            if (!SamePeople(stretch.Posts, next))
            {
                change = stretch.End;
            }

            until = stretch.Posts.ToDictionary(p => p.Key, p => until.TryGetValue(p.Key, out var end) ? end : stretch.End);
            var from = since[i];
            var responders = stretch.Posts
                .Select(p => new OnShift(p.Person, p.Tier, from[p.Key], until[p.Key], p.Because))
                .OrderBy(r => r.Tier).ThenBy(r => r.Since).ThenBy(r => r.Person.Value)
                .ToArray();
            segments[i] = new TimelineSegment(stretch.Start, stretch.End, responders, change);
        }

        return segments;
    }

    private static List<Stretch> Stretches(RoleRoster roster)
    {
        var edges = Edges(roster);
        var shifts = roster.Shifts.OrderBy(s => s.Start).ToArray();
        var covers = roster.Covers.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id.Value).ToArray();
        var running = new List<Shift>();
        var stretches = new List<Stretch>(edges.Length);
        var next = 0;
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var at = edges[i];
            running.RemoveAll(s => s.End <= at);
            for (; next < shifts.Length && shifts[next].Start <= at; next++)
            {
                if (shifts[next].End > at)
                {
                    running.Add(shifts[next]);
                }
            }

            Append(stretches, new Stretch(at, edges[i + 1], PostsAt.Of(running, covers, roster.Inactive, at)));
        }

        return stretches;
    }

    private static void Append(List<Stretch> stretches, Stretch stretch)
    {
        // An edge of somebody inactive, or of a cover that another one hides, changes nothing.
        if (stretches.Count > 0 && stretches[^1] is var last && last.Posts.Count == stretch.Posts.Count && !last.Posts.Except(stretch.Posts).Any())
        {
            stretches[^1] = last with { End = stretch.End };
            return;
        }

        stretches.Add(stretch);
    }

    private static Instant[] Edges(RoleRoster roster)
    {
        var edges = new SortedSet<Instant>();
        foreach (var shift in roster.Shifts)
        {
            edges.Add(shift.Start);
            edges.Add(shift.End);
        }

        foreach (var cover in roster.Covers)
        {
            edges.Add(cover.Start);
            edges.Add(cover.End);
        }

        return [.. edges];
    }

    private static Dictionary<(PersonId, int), Instant>[] Since(List<Stretch> stretches)
    {
        var since = new Dictionary<(PersonId, int), Instant>[stretches.Count];
        var before = new Dictionary<(PersonId, int), Instant>();
        for (var i = 0; i < stretches.Count; i++)
        {
            var stretch = stretches[i];
            before = stretch.Posts.ToDictionary(p => p.Key, p => before.TryGetValue(p.Key, out var start) ? start : stretch.Start);
            since[i] = before;
        }

        return since;
    }

    private static bool SamePeople(IReadOnlyList<Post> one, IReadOnlyList<Post> other) =>
        one.Count == other.Count && one.All(p => other.Any(o => o.Key == p.Key));

    private sealed record Stretch(Instant Start, Instant End, IReadOnlyList<Post> Posts);
}
