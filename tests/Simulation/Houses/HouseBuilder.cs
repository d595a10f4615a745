using NodaTime;
using OnCall.Application;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Houses;

/// <summary>Makes up a small hospital: 4 to 8 people, the desk and 1 to 3 other roles.</summary>
internal sealed class HouseBuilder(Chance chance, IIdSource ids, Instant start, Duration length)
{
    private static readonly string[] Codes = ["cardiology/duty", "surgery/duty", "icu/duty"];

    private static readonly (ContactMethodKind Kind, int Percent)[] Ways =
        [(ContactMethodKind.Push, 60), (ContactMethodKind.Sms, 60), (ContactMethodKind.Snpp, 25), (ContactMethodKind.Voice, 30)];

    private List<ContactMethodKind> _kinds = [];
    private int _numbers;

    public House Build()
    {
        var missing = chance.Below(Ways.Length + 1);
        _kinds = [.. Ways.Where((_, place) => place != missing && (place < 2 || chance.OneIn(2))).Select(w => w.Kind)];
        var people = Enumerable.Range(1, chance.Between(4, 8)).Select(Person).ToList();
        var grants = Grants(people);
        var policies = new PolicyBuilder(chance, ids);
        var roles = Roles(people, policies);
        var desk = new Role(new RoleId(ids.NewId()), Role.DeskCode, "Dispatcher desk", [], null, null, null, new Coverage([], null), [], null);
        var shifts = new ShiftBuilder(chance, people, start, length);
        return new House(
            _kinds, people, grants, policies.Built, desk, [desk, .. roles], [.. roles.SelectMany(shifts.Of), .. chance.Percent(50) ? shifts.OfDesk(desk, grants) : []]);
    }

    private Person Person(int number) => new(
        new PersonId(ids.NewId()), $"N{number}", $"Dr N{number}", Active: !chance.OneIn(25), null, null, chance.OneIn(8) ? [] : Methods())
    {
        Preferences = chance.OneIn(4) ? [Preference(), Preference()] : [],
    };

    private NotificationPreference Preference() => new(
        chance.OneIn(3) ? Urgency.CriticalResult : Urgency.Urgent, chance.Pick(_kinds), null, Duration.FromSeconds(chance.OneIn(2) ? 0 : chance.Between(1, 600)));

    private List<ContactMethod> Methods()
    {
        var methods = new List<ContactMethod>();
        foreach (var (kind, percent) in Ways)
        {
            if (_kinds.Contains(kind) && chance.Percent(percent))
            {
                methods.Add(new ContactMethod(new ContactMethodId(ids.NewId()), kind, NextAddress(kind, "+1555"), Verified: !chance.OneIn(8)));
            }
        }

        return methods;
    }

    // Now and then two people share a number.
    private string NextAddress(ContactMethodKind kind, string prefix)
    {
        var called = kind is ContactMethodKind.Sms or ContactMethodKind.Voice;
        var number = called && chance.OneIn(12) ? 1 : ++_numbers;
        return called ? $"{prefix}{number:0000}" : $"{kind}-{number}";
    }

    private Dictionary<PersonId, Grant> Grants(List<Person> people)
    {
        var grants = new Dictionary<PersonId, Grant> { [people[^1].Id] = new(Permission.Admin, null) };
        for (var i = chance.Below(3); i > 0; i--)
        {
            grants[people[^(i + 1)].Id] = new Grant(Permission.Dispatcher, null);
        }

        return grants;
    }

    private List<Role> Roles(List<Person> people, PolicyBuilder policies)
    {
        var bare = Codes.Take(chance.Between(1, 3))
            .Select(code => new Role(new RoleId(ids.NewId()), code, $"Role {code}", [], null, null, null, Coverage.AllDay, [], null)).ToList();
        return bare.ConvertAll(role => role with
        {
            FallbackRole = chance.Percent(50) ? chance.Pick(bare).Id : null,
            Policy = chance.Percent(40) ? policies.Next(bare, people).Id : null,
            ContactMethods = chance.OneIn(5) && _kinds.Exists(k => k != ContactMethodKind.Push) ? [Device()] : [],
        });
    }

    private ContactMethod Device()
    {
        var kind = chance.Pick([.. _kinds.Where(k => k != ContactMethodKind.Push)]);
        return new ContactMethod(new ContactMethodId(ids.NewId()), kind, NextAddress(kind, "+1666"), Verified: !chance.OneIn(4));
    }
}
