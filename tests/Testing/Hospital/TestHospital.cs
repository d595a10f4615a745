using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Testing.Hospital;

/// <summary>
/// A small hospital in which people and roles are called by their names. Times are minutes from <see cref="Opening"/>.
/// Who is on is decided by the product's own resolver.
/// </summary>
public sealed class TestHospital
{
    /// <summary>Minute 0.</summary>
    public static readonly Instant Opening = Instant.FromUtc(2026, 11, 23, 9, 0);

    private const double Long = 3 * 24 * 60;
    private readonly Dictionary<string, PersonId> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private readonly List<Shift> _shifts = [];
    private readonly List<Cover> _covers = [];
    private readonly HashSet<PersonId> _unreachable = [];
    private readonly HashSet<PersonId> _inactive = [];
    private readonly List<PersonId> _dispatchers = [];
    private readonly Dictionary<PersonId, ContactMethod[]> _methods = [];
    private readonly Dictionary<PersonId, List<NotificationPreference>> _preferences = [];

    public static Instant Minute(double minute) => Opening + Duration.FromSeconds(minute * 60);

    public PersonId Person(string name)
    {
        if (!_people.TryGetValue(name, out var id))
        {
            _people[name] = id = new PersonId(new Guid(_people.Count + 1, 7, 0, new byte[8]));
        }

        return id;
    }

    public string NameOf(PersonId id) => _people.First(p => p.Value == id).Key;

    public RoleId Role(string name) => Known(name).Id;

    public string NameOf(RoleId id) => _roles.Values.First(r => r.Id == id).Name;

    /// <summary>Makes or changes a role.</summary>
    /// <param name="device">It has a pager that is handed from shift to shift.</param>
    public TestHospital WithRole(string name, string? fallback = null, bool device = false)
    {
        RoleId? next = fallback is null ? null : Role(fallback);
        ContactMethod[] methods = device ? [new(new ContactMethodId(new Guid(9, 9, 9, new byte[8])), ContactMethodKind.Snpp, "5001", Verified: true)] : [];
        _roles[name] = Known(name) with { FallbackRole = next, ContactMethods = methods };
        return this;
    }

    /// <summary>Puts a person on a role, for three days around the opening unless told otherwise.</summary>
    public TestHospital On(string role, string person, int tier = 1, double from = -Long, double to = Long)
    {
        _shifts.Add(new Shift(new ShiftId(NewId()), Role(role), Person(person), tier, Minute(from), Minute(to), null));
        return this;
    }

    /// <summary>Takes all shifts of a person on a role off the roster.</summary>
    public TestHospital Off(string role, string person)
    {
        _shifts.RemoveAll(s => s.Role == Role(role) && s.Person == Person(person));
        return this;
    }

    public TestHospital Cover(string role, string person, string instead, double from = -Long, double to = Long)
    {
        _covers.Add(new Cover(new CoverId(NewId()), Role(role), Person(person), Person(instead), 1, Minute(from), Minute(to), "ill", Minute(from)));
        return this;
    }

    /// <summary>No verified contact method of theirs works.</summary>
    public TestHospital Unreachable(string person)
    {
        _unreachable.Add(Person(person));
        return this;
    }

    public TestHospital Reachable(string person)
    {
        _unreachable.Remove(Person(person));
        return this;
    }

    public TestHospital Inactive(string person)
    {
        _inactive.Add(Person(person));
        return this;
    }

    /// <summary>Has one verified contact method of each of these kinds, instead of the usual push.</summary>
    public TestHospital Has(string person, params ContactMethodKind[] kinds)
    {
        var id = Person(person);
        _methods[id] = [.. kinds.Select(k => new ContactMethod(new ContactMethodId(id.Value), k, $"{person} {k}", Verified: true))];
        return this;
    }

    public TestHospital Prefers(string person, Urgency urgency, ContactMethodKind kind, double afterSeconds)
    {
        var wish = new NotificationPreference(urgency, kind, null, Duration.FromSeconds(afterSeconds));
        _preferences[Person(person)] = [.. _preferences.GetValueOrDefault(Person(person), []), wish];
        return this;
    }

    /// <summary>Someone who is at the desk whenever nobody is on shift there.</summary>
    public TestHospital Dispatcher(string person)
    {
        _dispatchers.Add(Person(person));
        return this;
    }

    /// <summary>All that the rules may know at that instant.</summary>
    public Situation At(Instant now)
    {
        _ = Role(Domain.Roles.Role.DeskCode);
        var rosters = _roles.Values.ToDictionary(r => r.Id, r => RosterResolver.Resolve(RosterOf(r.Id), now));
        var onDesk = rosters[Role(Domain.Roles.Role.DeskCode)].Responders.Select(r => r.Person).ToList();
        return new Situation(
            _roles.Values.ToDictionary(r => r.Id),
            rosters,
            _people.ToDictionary(p => p.Value, p => Situate(p.Key, p.Value)),
            onDesk.Count > 0 ? onDesk : [.. _dispatchers.Where(d => !_inactive.Contains(d))]);
    }

    private RoleRoster RosterOf(RoleId role) =>
        new(role, [.. _shifts.Where(s => s.Role == role)], [.. _covers.Where(c => c.Role == role)], _inactive);

    private PersonSituation Situate(string name, PersonId id)
    {
        var methods = _methods.GetValueOrDefault(id, [new ContactMethod(new ContactMethodId(id.Value), ContactMethodKind.Push, name, Verified: true)]);
        var person = new Person(id, name, name, !_inactive.Contains(id), null, null, methods) { Preferences = _preferences.GetValueOrDefault(id, []) };
        return new PersonSituation(person, _unreachable.Contains(id) ? [] : [.. methods.Select(m => m.Kind)]);
    }

    private Role Known(string name)
    {
        if (!_roles.TryGetValue(name, out var role))
        {
            var id = new RoleId(new Guid(_roles.Count + 1, 8, 0, new byte[8]));
            _roles[name] = role = new Role(id, name, name, [], null, null, null, Coverage.AllDay, [], null);
        }

        return role;
    }

    private Guid NewId() => new(_shifts.Count + _covers.Count + 1, 6, 0, new byte[8]);
}
