using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Paper;

/// <summary>Works out what paper says: the house, and each unit with those below it.</summary>
public sealed class PaperSheets(IDirectoryReads directory, IRosterReads rosters, RoleScopes scopes, HouseZone house)
{
    /// <summary>How far a sheet reaches.</summary>
    public static readonly Duration Reach = Duration.FromHours(72);

    public async Task<IReadOnlyList<PaperSheet>> AllAsync(Instant now, CancellationToken cancellationToken)
    {
        var to = now + Reach;
        var roles = await directory.AllRolesAsync(cancellationToken);
        var places = await scopes.OfAsync(roles, cancellationToken);
        var view = await rosters.LoadAsync([.. roles.Select(r => r.Id)], now, to, cancellationToken);
        var timelines = roles.ToDictionary(r => r.Id, r => RoleTimeline.Of(view.Of(r.Id)));
        var named = timelines.Values.SelectMany(t => t.Segments).SelectMany(s => s.Responders).Select(r => r.Person).ToHashSet();
        var people = (await directory.PeopleAsync(named, cancellationToken)).ToDictionary(p => p.Id);
        var units = await directory.UnitsAndAboveAsync(roles.Select(r => r.OrgUnit).OfType<OrgUnitId>(), cancellationToken);
        var names = roles.ToDictionary(r => r.Id, r => r.Name);
        var lines = roles
            .Select(r => (Role: r, Line: Line(r, timelines[r.Id])))
            .Where(l => l.Line.Stretches.Any(s => s.IsGap || s.People.Count > 0))
            .OrderBy(l => l.Line.Unit, StringComparer.CurrentCulture).ThenBy(l => l.Line.Name, StringComparer.CurrentCulture)
            .ToList();
        return
        [
            new PaperSheet("on-call-house", "On call: the whole house", now, house.Zone, to, [.. lines.Select(l => l.Line)]),
            .. units.Values.SelectMany(u => u).DistinctBy(u => u.Id).OrderBy(u => u.Code, StringComparer.Ordinal).Select(unit => new PaperSheet(
                $"on-call-unit-{unit.Code.Replace('/', '_')}", $"On call: {unit.Name}", now, house.Zone, to,
                [.. lines.Where(l => l.Role.OrgUnit is { } of && units[of].Any(u => u.Id == unit.Id)).Select(l => l.Line)])
            {
                Unit = unit.Code,
            }),
        ];

        PaperRole Line(Role role, RoleTimeline timeline) => new(
            role.OrgUnit is { } unit ? units[unit][0].Name : null,
            role.Code,
            role.Name,
            places[role.Id].Zone,
            Numbers(role.ContactMethods),
            role.FallbackRole is { } fallback ? names.GetValueOrDefault(fallback) : null,
            PaperStretches.Of(timeline, places[role.Id], now, to, on => Person(on, people)));
    }

    private static PaperPerson Person(OnShift on, Dictionary<PersonId, Person> people) => people.TryGetValue(on.Person, out var person)
        ? new PaperPerson(on.Tier, person.EmployeeNo, person.Name, Numbers(person.ContactMethods))
        : new PaperPerson(on.Tier, "", "(not in the directory)", []);

    /// <summary>What can be dialled by hand. One number that rings and takes messages is written once.</summary>
    private static IReadOnlyList<string> Numbers(IEnumerable<ContactMethod> methods) =>
        [.. methods.Select(Number).OfType<(string Number, bool Verified)>()
            .GroupBy(n => n.Number, StringComparer.Ordinal)
            .Select(g => g.Any(n => n.Verified) ? g.Key : $"{g.Key} (not verified)")];

    private static (string, bool)? Number(ContactMethod method) => method.Kind switch
    {
        ContactMethodKind.Sms or ContactMethodKind.Voice => (method.Address, method.Verified),
        ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap => ($"pager {method.Address}", method.Verified),
        ContactMethodKind.InApp or ContactMethodKind.Push or ContactMethodKind.Mail => null,
    };
}
