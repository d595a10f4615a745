using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Lays the covers over the shifts of one instant.
/// <para>
/// A cover for a named person replaces that person wherever they are on, also where they themselves stand in for somebody.
/// A cover for nobody in particular replaces the only person on tier 1; where a later roster has put several there,
/// it joins them, so that nobody is silently left out. Later covers are laid over earlier ones.
/// A cover stays in force when the person it replaces is no longer on the roster.
/// </para>
/// </summary>
internal static class PostsAt
{
    /// <param name="running">The shifts that hold the instant.</param>
    /// <param name="covers">All covers, the earliest made first.</param>
    public static IReadOnlyList<Post> Of(List<Shift> running, Cover[] covers, IReadOnlySet<PersonId> inactive, Instant at)
    {
        var places = running.ConvertAll(s => new Place(s.Person, s.Tier, new ShiftReason(s.Label, null, null), null));
        foreach (var cover in covers)
        {
            if (cover.Start <= at && at < cover.End)
            {
                Lay(cover, places, inactive);
            }
        }

        var posts = new List<Post>(places.Count);
        foreach (var place in places)
        {
            if (!inactive.Contains(place.Person))
            {
                AddOnce(posts, new Post(place.Person, place.Tier, place.Because));
            }
        }

        return posts;
    }

    private static void AddOnce(List<Post> posts, Post post)
    {
        // Somebody on two tiers at once answers on the first of them, so that a later step does not page the same person as new.
        var other = posts.FindIndex(p => p.Person == post.Person);
        if (other < 0)
        {
            posts.Add(post);
        }
        else if (post.Tier < posts[other].Tier)
        {
            posts[other] = post;
        }
    }

    private static void Lay(Cover cover, List<Place> places, IReadOnlySet<PersonId> inactive)
    {
        var instead = cover.Instead ?? OnlyPrimary(places, inactive);
        var replaced = false;
        for (var i = 0; instead is { } gone && i < places.Count; i++)
        {
            var place = places[i];
            if (place.StandsFor(gone) && (cover.Instead is not null || place.Tier == 1))
            {
                places[i] = new Place(cover.Person, place.Tier, new ShiftReason(place.Because.Label, cover, gone), place);
                replaced = true;
            }
        }

        if (!replaced)
        {
            var absent = instead is { } person ? new Place(person, cover.Tier, new ShiftReason(null, null, null), null) : null;
            places.Add(new Place(cover.Person, cover.Tier, new ShiftReason(null, cover, cover.Instead), absent));
        }
    }

    private static PersonId? OnlyPrimary(List<Place> places, IReadOnlySet<PersonId> inactive)
    {
        var primaries = places.Where(p => p.Tier == 1).Select(p => p.Person).Distinct().ToList();
        var active = primaries.FindAll(p => !inactive.Contains(p));
        return (active.Count > 0 ? active : primaries) is [var only] ? only : null;
    }

    private sealed record Place(PersonId Person, int Tier, ShiftReason Because, Place? Replaced)
    {
        public bool StandsFor(PersonId person) => Person == person || (Replaced?.StandsFor(person) ?? false);
    }
}
