using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Notices;
using OnCall.Data.Access;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Tests.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Access;

/// <summary>A database with one person, and the stores of signing in on it.</summary>
internal sealed class AccessData : IAsyncDisposable
{
    public static readonly Instant Now = DirectoryData.Now;
    private readonly DirectoryData _directory;
    private readonly TestDatabase _test;

    private AccessData(TestDatabase test, DirectoryData directory)
    {
        (_test, _directory) = (test, directory);
        Accounts = new AccountStore(test.Database);
        Passkeys = new PasskeyStore(test.Database);
        Invitations = new InvitationStore(test.Database);
        Sessions = new SessionStore(test.Database);
        Rules = new SecondFactorRuleStore(test.Database);
        Mapped = new MappedGrantStore(test.Database);
        Keys = directory.Keys;
    }

    public Database Database => _test.Database;

    public AccountStore Accounts { get; }

    public PasskeyStore Passkeys { get; }

    public InvitationStore Invitations { get; }

    public SessionStore Sessions { get; }

    public SecondFactorRuleStore Rules { get; }

    public MappedGrantStore Mapped { get; }

    public KeyStore Keys { get; }

    public PersonId Ann { get; private init; }

    public PersonId Bob { get; private init; }

    public static async Task<AccessData> OnAsync(Task<TestDatabase> opening)
    {
        var test = await opening;
        var directory = await DirectoryData.OnAsync(Task.FromResult(test));
        var ann = await directory.PersonAsync("N001", grants: [new Grant(Permission.Scheduler, null)]);
        var bob = await directory.PersonAsync("N002");
        return new AccessData(test, directory) { Ann = ann.Id, Bob = bob.Id };
    }

    public static AuditEntry Audit(string action) => DirectoryData.Audit(action);

    public Guid NewId() => _directory.NewId();

    public Task<Domain.Roles.OrgUnit> UnitAsync(string code) => _directory.UnitAsync(code);

    /// <summary>A unit below this one.</summary>
    public async Task<Domain.Roles.OrgUnit> UnitAsync(string code, OrgUnitId parent)
    {
        var unit = (await UnitAsync(code)) with { Parent = parent };
        await MoveAsync(unit);
        return unit;
    }

    public Task MoveAsync(Domain.Roles.OrgUnit unit) => _directory.Units.SaveAsync(unit, isNew: false, Audit("org-unit.put"), CancellationToken.None);

    /// <summary>Somebody more, who works in this unit.</summary>
    public async Task<PersonId> PersonAsync(string employeeNo, OrgUnitId unit)
    {
        var person = await _directory.PersonAsync(employeeNo);
        await GiveAsync(person.Id, employeeNo, unit, new Grant(Permission.Staff, null));
        return person.Id;
    }

    public async Task<IReadOnlyList<Grant>> GrantsAsync(PersonId person) =>
        (await _directory.People.GrantsAsync([person], CancellationToken.None)).GetValueOrDefault(person, []);

    /// <summary>As an administrator writes it by hand.</summary>
    public Task GiveAsync(PersonId person, string employeeNo, params IReadOnlyList<Grant> grants) => _directory.People.SaveAsync(
        new Person(person, employeeNo, "Person " + employeeNo, true, null, null, []), grants, isNew: false, Audit("person.put"), CancellationToken.None);

    /// <summary>The same of somebody who works in a unit.</summary>
    public Task GiveAsync(PersonId person, string employeeNo, OrgUnitId unit, params IReadOnlyList<Grant> grants) =>
        GiveAsync(person, employeeNo, unit, null, grants);

    /// <summary>Answers what ended with it, each of which is told of.</summary>
    public async Task<IReadOnlyList<EndedAccess>> GiveAsync(
        PersonId person, string employeeNo, OrgUnitId unit, Func<Person, EndedAccess, NewNotice>? tell, params IReadOnlyList<Grant> grants)
    {
        var ended = new List<EndedAccess>();
        await _directory.People.SaveAsync(
            new Person(person, employeeNo, "Person " + employeeNo, true, null, unit, []), grants, isNew: false, Audit("person.put"), CancellationToken.None,
            tell: tell is null ? null : (p, e) =>
            {
                ended.Add(e);
                return tell(p, e);
            });
        return ended;
    }

    public Task<IReadOnlyList<StoredNotice>> NoticesAsync(PersonId person) => new NoticeStore(Database).OfPersonAsync(person, Now - Duration.FromDays(1), CancellationToken.None);

    public Task DeactivateAsync(PersonId person, string employeeNo) => _directory.People.SaveAsync(
        new Person(person, employeeNo, "Person " + employeeNo, false, null, null, []), [], isNew: false, Audit("person.put"), CancellationToken.None);

    public async Task<Account> WithPasswordAsync(PersonId person)
    {
        var account = (await Accounts.FindAsync(person, CancellationToken.None))! with { PasswordHash = "hash" };
        await Accounts.SaveAsync(account, Audit("account.password"), CancellationToken.None);
        return (await Accounts.FindAsync(person, CancellationToken.None))!;
    }

    public Task<long> AuditCountAsync(string action) => _directory.AuditCountAsync(action);

    public ValueTask DisposeAsync() => _directory.DisposeAsync();
}
