using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Simulation.Tests.Storing;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Reads rosters and people as they stand.</summary>
internal sealed class HospitalReader(Storage storage) : IDisposable
{
    private readonly Look _shifts = storage.Look("select shift_id, role_id, person_id, tier, start_at, end_at from shift where superseded_by is null order by shift_id");
    private readonly Look _covers = storage.Look(
        "select cover_id, role_id, person_id, instead_id, tier, start_at, end_at, created_at from cover where removed_at is null order by created_at, cover_id");
    private readonly Look _people = storage.Look(
        "select p.person_id, p.active, (select count(*) from person_permission g where g.person_id = p.person_id and g.permission = 'Dispatcher'), "
        + "(select count(*) from person_permission g where g.person_id = p.person_id and g.permission = 'Admin') from person p order by p.person_id");
    private readonly Look _methods = storage.Look(
        "select m.person_id, m.kind, m.address from contact_method m where m.verified = 1 and m.person_id is not null "
        + "and not exists (select 1 from contact_opt_out o where o.kind = m.kind and o.address = m.address) order by m.person_id, m.ordinal");

    public SeenHospital Read(Instant now)
    {
        var people = People();
        var inactive = people.Values.Where(p => !p.Active).Select(p => p.Id).ToHashSet();
        var (shifts, covers) = (Shifts(), Covers());
        var roles = shifts.Select(s => s.Role).Concat(covers.Select(c => c.Role)).Distinct();
        return new SeenHospital(
            now, roles.ToDictionary(r => r, r => new RoleRoster(r, [.. shifts.Where(s => s.Role == r)], [.. covers.Where(c => c.Role == r)], inactive)), people);
    }

    public void Dispose()
    {
        _shifts.Dispose();
        _covers.Dispose();
        _people.Dispose();
        _methods.Dispose();
    }

    private List<Shift> Shifts()
    {
        var shifts = new List<Shift>();
        while (_shifts.Read())
        {
            shifts.Add(new Shift(
                new ShiftId(_shifts.Id(0)), new RoleId(_shifts.Id(1)), new PersonId(_shifts.Id(2)), (int)_shifts.Number(3), _shifts.At(4), _shifts.At(5), null));
        }

        return shifts;
    }

    private List<Cover> Covers()
    {
        var covers = new List<Cover>();
        while (_covers.Read())
        {
            covers.Add(new Cover(
                new CoverId(_covers.Id(0)), new RoleId(_covers.Id(1)), new PersonId(_covers.Id(2)), _covers.IsNull(3) ? null : new PersonId(_covers.Id(3)),
                (int)_covers.Number(4), _covers.At(5), _covers.At(6), "", _covers.At(7)));
        }

        return covers;
    }

    private Dictionary<PersonId, SeenPerson> People()
    {
        var methods = new List<(PersonId Person, ContactMethodKind Kind, string Address)>();
        while (_methods.Read())
        {
            methods.Add((new PersonId(_methods.Id(0)), Enum.Parse<ContactMethodKind>(_methods.Text(1)), _methods.Text(2)));
        }

        var people = new Dictionary<PersonId, SeenPerson>();
        while (_people.Read())
        {
            var id = new PersonId(_people.Id(0));
            people[id] = new SeenPerson(
                id, _people.Number(1) == 1, _people.Number(2) > 0, _people.Number(3) > 0, [.. methods.Where(m => m.Person == id).Select(m => (m.Kind, m.Address))]);
        }

        return people;
    }
}
