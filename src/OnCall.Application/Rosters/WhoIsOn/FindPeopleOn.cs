using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>Finds people by part of their name or number, and what they are on.</summary>
internal static class FindPeopleOn
{
    private const int Most = 20;

    public static IReadOnlyList<FoundPerson> In(RosterSnapshot snapshot, IReadOnlyCollection<Role> roles, SearchText search, Instant now)
    {
        var people = search.IsEmpty ? [] : snapshot.People.Values
            .Where(p => search.IsIn(p.Name) || search.IsIn(p.EmployeeNo))
            .OrderBy(p => p.Name, StringComparer.InvariantCulture)
            .Take(Most)
            .ToList();
        if (people.Count == 0)
        {
            return [];
        }

        var stretches = Stretches(snapshot, roles, [.. people.Select(p => p.Id)], now).ToLookup(s => s.Person, s => s.Stretch);
        return [.. people.Select(p => new FoundPerson(
            PersonName.Of(p),
            [.. stretches[p.Id].Where(s => s.From <= now)],
            stretches[p.Id].Where(s => s.From > now).MinBy(s => s.From)))];
    }

    private static IEnumerable<(PersonId Person, PersonStretch Stretch)> Stretches(
        RosterSnapshot snapshot, IReadOnlyCollection<Role> roles, HashSet<PersonId> people, Instant now) =>
        from role in roles
        from segment in snapshot.TimelineOf(role.Id).Segments
        where segment.End > now
        from responder in segment.Responders
        where people.Contains(responder.Person) && (segment.Start <= now || responder.Since == segment.Start)
        select (responder.Person, new PersonStretch(new RoleName(role.Code, role.Name), responder.Tier, responder.Since, responder.Until));
}
