using NodaTime;
using OnCall.Data;
using OnCall.Data.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Testing.Hospitals;

/// <summary>People and roles in a test's own database, and rosters in memory. Everyone is on around the clock unless a test says otherwise.</summary>
public sealed class TestHospital(Database database)
{
    private readonly TestIds _ids = new(series: 99);
    private readonly PersonStore _people = new(database);
    private readonly RoleStore _roles = new(database);
    private int _numbers;

    public TestRosters Rosters { get; } = new(database);

    public DirectoryReads Directory { get; } = new(database, new OrgUnitStore(database));

    private Instant Start { get; } = Instant.FromUtc(2026, 11, 1, 0, 0);

    private Instant End { get; } = Instant.FromUtc(2026, 12, 31, 0, 0);

    /// <summary>A method with a verified address of its own; SMS numbers rise from <c>+15550001</c>.</summary>
    public ContactMethod Method(ContactMethodKind kind, string? address = null, bool verified = true) =>
        new(new ContactMethodId(_ids.NewId()), kind, address ?? (kind == ContactMethodKind.Sms ? $"+1555{++_numbers:0000}" : $"{kind}-{++_numbers}"), verified);

    public async Task<Person> AddPersonAsync(string employeeNo, params IReadOnlyList<ContactMethod> methods)
    {
        var person = new Person(new PersonId(_ids.NewId()), employeeNo, $"Dr {employeeNo}", true, null, null, methods);
        await SaveAsync(person, [], isNew: true);
        return person;
    }

    public async Task<Person> AddDispatcherAsync(string employeeNo, params IReadOnlyList<ContactMethod> methods)
    {
        var person = new Person(new PersonId(_ids.NewId()), employeeNo, $"Dr {employeeNo}", true, null, null, methods);
        await SaveAsync(person, [new Grant(Permission.Dispatcher, null)], isNew: true);
        return person;
    }

    public Task ChangeAsync(Role role) => _roles.SaveAsync(role, false, Audit("role.put"), CancellationToken.None);

    public Task ChangeAsync(Person person) => SaveAsync(person, [], isNew: false);

    public async Task<Role> AddRoleAsync(string code, PolicyId? policy = null, RoleId? fallback = null, IReadOnlyList<ContactMethod>? methods = null)
    {
        var role = new Role(new RoleId(_ids.NewId()), code, $"Role {code}", [], null, policy, fallback, Coverage.AllDay, methods ?? [], null);
        await _roles.SaveAsync(role, true, Audit("role.put"), CancellationToken.None);
        return role;
    }

    public Task PutOnAsync(Role role, Person person, int tier = 1, Instant? from = null, Instant? until = null) =>
        Rosters.AddAsync(role.Id, person.Id, tier, from ?? Start, until ?? End);

    /// <summary>The caller that a person's key makes.</summary>
    public static Caller CallerOf(Person person, params IReadOnlyList<Grant> grants) =>
        new($"person:{person.EmployeeNo}", person.Id, person.Name, grants.Count > 0 ? grants : [new Grant(Permission.Staff, null)]);

    private Task SaveAsync(Person person, IReadOnlyList<Grant> grants, bool isNew) =>
        _people.SaveAsync(person, grants, isNew, Audit("person.put"), CancellationToken.None);

    private AuditEntry Audit(string action) => new(Start, "system", action, "test", "{}");
}
