using System.Data.Common;
using Dapper;
using OnCall.Application.Access;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Data.Access;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>Writes people and what they may do, in either database.</summary>
public sealed class PersonStore(Database database) : IPersonStore
{
    private readonly SqlText _sql = SqlText.For<PersonStore>(database.Provider);
    private readonly ContactMethodRows _methods = new(database);
    private readonly RosterStamp _stamp = new(database);
    private readonly PersonCallers _callers = new(database);
    private readonly MadeAccess _made = new(database);
    private readonly Leaving _leaving = new(database);

    public Task<IReadOnlyList<PersonEntry>> EntriesAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PersonEntry>>(
        async connection => [.. (await connection.QueryAsync<EntryRow>(_sql["Entries"], new { selfTest = SelfTest.Person })).Select(r => new PersonEntry(r.PersonId, r.EmployeeNo, r.OrgUnit))],
        cancellationToken);

    public Task<IReadOnlyDictionary<PersonId, IReadOnlyList<Grant>>> GrantsAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<PersonId, IReadOnlyList<Grant>>>(
            async connection =>
            {
                var rows = await database.Batches(people).GatherAsync(ids => connection.QueryAsync<OwnedGrantRow>(_sql["Grants"], new { ids }));
                return rows.GroupBy(r => r.PersonId).ToDictionary(g => g.Key, g => (IReadOnlyList<Grant>)[.. g.Select(r => r.ToGrant())]);
            },
            cancellationToken);

    public Task<IReadOnlySet<PersonId>> AdministratorsAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlySet<PersonId>>(
        async connection => (await connection.QueryAsync<PersonId>(_sql["Administrators"])).ToHashSet(),
        cancellationToken);

    public Task<SaveResult> SaveAsync(
        Person person, IReadOnlyList<Grant> grants, bool isNew, AuditEntry audit, CancellationToken cancellationToken,
        IReadOnlyList<NotificationPreference>? preferences = null, Func<Person, EndedAccess, NewNotice?>? tell = null,
        NewNotice? told = null, StandingPerson? seen = null) => database.SaveAsync(
        audit,
        async (connection, transaction) =>
        {
            await _stamp.BumpAsync(connection, transaction);
            var before = isNew ? null : await BeforeAsync(connection, transaction, person.Id);
            if (before is not null && seen is not null && !(before.Is(seen) && await _methods.AreAsync(connection, transaction, person.Id, seen.Person.ContactMethods)))
            {
                return SaveResult.Raced;
            }

            await WriteAsync(connection, transaction, person, grants, isNew);
            if (preferences is not null)
            {
                await WriteAsync(connection, transaction, person.Id, preferences);
            }

            if (before is not null && !(before.Active && person.Active))
            {
                await _leaving.EndAsync(connection, transaction, person.Id, audit, tell);
            }
            else if (before?.Rises(person, grants) == true)
            {
                await _made.ReviewAsync(connection, transaction, person.Id, audit, tell);
            }

            if (before is not null && (!person.Active || before.Falls(grants)))
            {
                await _made.ReviewMadeByAsync(connection, transaction, person.Id, audit, tell);
            }

            await NoticeWriter.AppendAsync(connection, transaction, database, told is null ? [] : [told]);
            return SaveResult.Saved;
        },
        cancellationToken);

    public Task<SaveResult> SavePreferencesAsync(
        PersonId person, IReadOnlyList<NotificationPreference> preferences, AuditEntry audit, CancellationToken cancellationToken) =>
        database.SaveAsync(
            audit,
            async (connection, transaction) =>
            {
                await _stamp.BumpAsync(connection, transaction);
                await WriteAsync(connection, transaction, person, preferences);
            },
            cancellationToken);

    public Task<SaveResult> SaveLanguageAsync(PersonId person, string? language, AuditEntry audit, CancellationToken cancellationToken) =>
        database.SaveAsync(
            audit,
            async (connection, transaction) =>
            {
                await _stamp.BumpAsync(connection, transaction);
                await connection.ExecuteAsync(_sql["UpdateLanguage"], new { person, language }, transaction);
            },
            cancellationToken);

    /// <summary>Writes the person within a transaction that is already going on.</summary>
    internal async Task WriteAsync(DbConnection connection, DbTransaction transaction, Person person, IReadOnlyList<Grant> grants, bool isNew)
    {
        var values = new
        {
            id = person.Id,
            employeeNo = person.EmployeeNo,
            name = person.Name,
            active = person.Active,
            language = person.Language,
            orgUnit = person.OrgUnit,
            position = person.Position,
            rank = person.Rank,
        };
        await connection.ExecuteAsync(_sql[isNew ? "Insert" : "Update"], values, transaction);
        await connection.ExecuteAsync(_sql["DeleteGrants"], new { id = person.Id }, transaction);
        foreach (var grant in grants.Distinct())
        {
            await connection.ExecuteAsync(_sql["InsertGrant"], new { person = person.Id, permission = grant.Permission.ToString(), orgUnit = grant.OrgUnit }, transaction);
        }

        // What was taken by hand and is given by hand again is not a group's any more.
        await connection.ExecuteAsync(_sql["ForgetMapped"], new { id = person.Id }, transaction);
        await _methods.ReplaceAsync(connection, transaction, person.Id, person.ContactMethods);
    }

    private async Task<StandingRow> BeforeAsync(DbConnection connection, DbTransaction transaction, PersonId person)
    {
        // Taken before it is read: whoever makes a key for the person in this moment has done so, or waits.
        await connection.ExecuteAsync(_sql["Take"], new { id = person }, transaction);
        var standing = await connection.QuerySingleAsync<StandingRow>(_sql["Standing"], new { id = person }, transaction);
        standing.Grants = await _callers.GrantsAsync(connection, transaction, person);
        return standing;
    }

    private Task WriteAsync(DbConnection connection, DbTransaction transaction, PersonId person, IReadOnlyList<NotificationPreference> preferences) =>
        connection.ExecuteAsync(_sql["UpdatePreferences"], new { id = person, preferences = PreferencesJson.Write(preferences) }, transaction);

    private sealed class StandingRow
    {
        public bool Active { get; set; }

        public OrgUnitId? OrgUnit { get; set; }

        public IReadOnlyList<Grant> Grants { get; set; } = [];

        public bool Is(StandingPerson seen) => Active == seen.Person.Active && OrgUnit == seen.Person.OrgUnit && Grants.ToHashSet().SetEquals(seen.Grants);

        public bool Rises(Person to, IReadOnlyList<Grant> grants) => OrgUnit != to.OrgUnit || grants.Except(Grants).Any();

        public bool Falls(IReadOnlyList<Grant> grants) => Grants.Except(grants).Any();
    }

    private sealed class EntryRow
    {
        public PersonId PersonId { get; set; }

        public string EmployeeNo { get; set; } = "";

        public OrgUnitId? OrgUnit { get; set; }
    }

    private sealed class OwnedGrantRow
    {
        public PersonId PersonId { get; set; }

        public string Permission { get; set; } = "";

        public OrgUnitId? OrgUnit { get; set; }

        public Grant ToGrant() => new(Enum.Parse<Permission>(Permission), OrgUnit);
    }
}
