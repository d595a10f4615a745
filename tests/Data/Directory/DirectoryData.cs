using Dapper;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Data.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Directory;

/// <summary>A database with nothing in it but the schema, and the stores of the directory on it.</summary>
internal sealed class DirectoryData : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private readonly TestDatabase _test;
    private readonly TestIds _ids = new();

    private DirectoryData(TestDatabase test)
    {
        _test = test;
        Units = new OrgUnitStore(test.Database);
        Holidays = new HolidayStore(test.Database);
        Policies = new PolicyStore(test.Database);
        People = new PersonStore(test.Database);
        OwnContacts = new OwnContactStore(test.Database, _ids);
        Roles = new RoleStore(test.Database);
        Keys = new KeyStore(test.Database);
        SetUp = new SetupStore(test.Database, Roles, People, Keys);
        Reads = new DirectoryReads(test.Database, Units);
    }

    public TestDatabase Test => _test;

    public Database Database => _test.Database;

    public HolidayStore Holidays { get; }

    public OrgUnitStore Units { get; }

    public PolicyStore Policies { get; }

    public PersonStore People { get; }

    public OwnContactStore OwnContacts { get; }

    public RoleStore Roles { get; }

    public KeyStore Keys { get; }

    public SetupStore SetUp { get; }

    public DirectoryReads Reads { get; }

    public static async Task<DirectoryData> OnAsync(Task<TestDatabase> opening) => new(await opening);

    public static AuditEntry Audit(string action) => new(Now, "system", action, "test", "{}");

    public Guid NewId() => _ids.NewId();

    public ContactMethod Method(ContactMethodKind kind, string address, bool verified = false) => new(new ContactMethodId(NewId()), kind, address, verified);

    public Role NewRole(string code, string name, params string[] aliases) =>
        new(new RoleId(NewId()), code, name, aliases, null, null, null, Coverage.AllDay, [], null);

    public async Task<OrgUnit> UnitAsync(string code, OrgUnit? parent = null, string? timeZone = null)
    {
        var unit = new OrgUnit(new OrgUnitId(NewId()), code, code.ToUpperInvariant(), parent?.Id, timeZone);
        await Units.SaveAsync(unit, isNew: true, Audit("org-unit.put"), CancellationToken.None);
        return unit;
    }

    public async Task<Person> PersonAsync(string employeeNo, bool active = true, IReadOnlyList<Grant>? grants = null, params ContactMethod[] methods)
    {
        var person = new Person(new PersonId(NewId()), employeeNo, "Person " + employeeNo, active, null, null, methods);
        await People.SaveAsync(person, grants ?? [new Grant(Permission.Staff, null)], isNew: true, Audit("person.put"), CancellationToken.None);
        return person;
    }

    public async Task<Role> SaveAsync(Role role, bool isNew = true)
    {
        if (await Roles.SaveAsync(role, isNew, Audit("role.put"), CancellationToken.None) != SaveResult.Saved)
        {
            throw new InvalidOperationException("The role was not saved.");
        }

        return role;
    }

    public Task<long> StampAsync() => _test.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("select stamp from roster_stamp"), CancellationToken.None);

    public Task<long> AuditCountAsync(string action) => _test.Database.ReadAsync(
        c => c.ExecuteScalarAsync<long>("select count(*) from audit_entry where action = @action", new { action }), CancellationToken.None);

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
