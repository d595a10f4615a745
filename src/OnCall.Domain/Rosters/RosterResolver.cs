using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Who answers for a role. The one resolver, for screens and for routing alike.
/// <para>
/// A cover for a named person replaces that person wherever they are on, also where they themselves stand in for somebody.
/// A cover for nobody in particular replaces the only person on tier 1; where a later roster has put several there,
/// it joins them, so that nobody is silently left out. Later covers are laid over earlier ones.
/// A cover stays in force when the person it replaces is no longer on the roster.
/// </para>
/// </summary>
public static class RosterResolver
{
    /// <summary>Answers for one instant. The roster must hold every shift and cover that touches it.</summary>
    public static Resolution Resolve(RoleRoster roster, Instant at)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var now = OnAt(roster, at);
        var edges = Edges(roster);
        var responders = now
            .OrderBy(p => p.Tier).ThenBy(p => p.Start).ThenBy(p => p.Person.Value)
            .Select(p => new OnShift(p.Person, p.Tier, Since(roster, edges, p, at), Until(roster, edges, p, at), p.Because))
            .ToList();
        return new Resolution(roster.Role, at, responders, NextChange(roster, edges, now, at));
    }

    private static List<Post> OnAt(RoleRoster roster, Instant at)
    {
        var posts = roster.Shifts
            .Where(s => s.Start <= at && at < s.End)
            .Select(s => new Post(s.Person, s.Tier, s.Start, new ShiftReason(s.Label, null, null), [s.Person]))
            .ToList();
        foreach (var cover in roster.Covers.Where(c => c.Start <= at && at < c.End).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id.Value))
        {
            Lay(cover, posts);
        }

        return posts
            .Where(p => !roster.Inactive.Contains(p.Person))
            .GroupBy(p => p.Person)
            .Select(same => same.OrderBy(p => p.Tier).ThenBy(p => p.Start).First())
            .ToList();
    }

    private static void Lay(Cover cover, List<Post> posts)
    {
        var replaced = cover.Instead is { } instead
            ? posts.FindAll(p => p.StandsFor.Contains(instead))
            : posts.FindAll(p => p.Tier == 1) is { Count: 1 } only ? only : [];
        if (replaced.Count == 0)
        {
            var reason = new ShiftReason(null, cover, cover.Instead);
            var standsFor = cover.Instead is { } gone ? new[] { cover.Person, gone } : [cover.Person];
            posts.Add(new Post(cover.Person, cover.Tier, cover.Start, reason, standsFor));
            return;
        }

        foreach (var post in replaced)
        {
            posts.Remove(post);
            var reason = new ShiftReason(post.Because.Label, cover, cover.Instead ?? post.Person);
            posts.Add(new Post(cover.Person, post.Tier, Instant.Max(post.Start, cover.Start), reason, [cover.Person, .. post.StandsFor]));
        }
    }

    private static List<Instant> Edges(RoleRoster roster) =>
        roster.Shifts.SelectMany(s => new[] { s.Start, s.End })
            .Concat(roster.Covers.SelectMany(c => new[] { c.Start, c.End }))
            .Distinct().Order().ToList();

    private static Instant Since(RoleRoster roster, List<Instant> edges, Post post, Instant at)
    {
        for (var i = edges.FindLastIndex(e => e <= at); i > 0; i--)
        {
            if (!IsOn(roster, post, edges[i - 1]))
            {
                return edges[i];
            }
        }

        return edges[0];
    }

    private static Instant Until(RoleRoster roster, List<Instant> edges, Post post, Instant at)
    {
        foreach (var edge in edges.Where(e => e > at))
        {
            if (!IsOn(roster, post, edge))
            {
                return edge;
            }
        }

        return edges[^1];
    }

    private static bool IsOn(RoleRoster roster, Post post, Instant at) =>
        OnAt(roster, at).Exists(p => p.Person == post.Person && p.Tier == post.Tier);

    private static Instant? NextChange(RoleRoster roster, List<Instant> edges, List<Post> now, Instant at)
    {
        var before = now.Select(p => (p.Person, p.Tier)).ToHashSet();
        foreach (var edge in edges.Where(e => e > at))
        {
            if (!before.SetEquals(OnAt(roster, edge).Select(p => (p.Person, p.Tier))))
            {
                return edge;
            }
        }

        return null;
    }

    private sealed record Post(PersonId Person, int Tier, Instant Start, ShiftReason Because, IReadOnlyList<PersonId> StandsFor);
}
