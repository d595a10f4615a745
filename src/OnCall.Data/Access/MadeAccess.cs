using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Notices;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Access;

/// <summary>
/// Keys and invitations that somebody made for somebody else, within the transaction of what changes the person: none is worth more than its
/// maker could give now.
/// </summary>
internal sealed class MadeAccess(Database database)
{
    private const string PersonMark = "person:";
    private const string IntegrationMark = "integration:";

    private readonly SqlText _sql = SqlText.For<MadeAccess>(database.Provider);
    private readonly SqlText _keys = SqlText.For<KeyStore>(database.Provider);
    private readonly PersonCallers _callers = new(database);
    private readonly OrgUnitStore _units = new(database);
    private readonly DirectoryReads _directory = new(database, new OrgUnitStore(database));
    private readonly Makings _makings = new(database);

    /// <summary>
    /// Takes turns on the person: what is made for them, and what they come to hold, see each other in whatever order they come.
    /// False when the person is not active.
    /// </summary>
    internal async Task<bool> TakeAsync(DbConnection connection, DbTransaction transaction, PersonId person) =>
        await connection.ExecuteAsync(_sql["Take"], new { person }, transaction) > 0;

    /// <summary>
    /// Whether this maker may make a key or an invitation for this person now. Takes turns on both: on the maker first, as who changes a maker
    /// comes to whom they made something for.
    /// </summary>
    internal async Task<bool> MayMakeAsync(DbConnection connection, DbTransaction transaction, PersonId person, string madeBy, ApiKeyId? madeWith, Instant now)
    {
        var made = new MadeRow { MadeBy = madeBy, MadeWith = madeWith };
        for (var at = made; at is not null; at = await MadeWithAsync(connection, transaction, at))
        {
            await connection.ExecuteAsync(_sql["TakeMaker"], new { employeeNo = NumberOf(at.MadeBy) }, transaction);
        }

        return await TakeAsync(connection, transaction, person) && await WhoMayNotAsync(connection, transaction, person, made, now) is null;
    }

    /// <summary>
    /// Whether what a maker asks by, their session and their key, has not ended. Both stay as they are until the transaction is over, so that who
    /// ends them finds what was made.
    /// </summary>
    internal async Task<bool> IsInAsync(DbConnection connection, DbTransaction transaction, SessionId? session, ApiKeyId? key) =>
        (session is null || await connection.ExecuteAsync(_sql["HoldSession"], new { session }, transaction) > 0)
        && (key is null || await connection.ExecuteAsync(_sql["HoldKey"], new { key }, transaction) > 0);

    /// <summary>Ends all that is open, whoever made it; nobody is told who is not active.</summary>
    internal async Task EndAllAsync(DbConnection connection, DbTransaction transaction, PersonId person, AuditEntry cause)
    {
        var open = await OpenAsync(connection, transaction, person, cause.At);
        await EndAsync(connection, transaction, person, [.. open.Select(m => (m, m.MadeBy))], EndedAccess.Inactive, cause, null);
    }

    /// <summary>Ends what its maker could not make any more, now that the person holds what they hold; each end is an entry, and the person is told.</summary>
    /// <param name="cause">The entry of the change.</param>
    /// <param name="tell">Null tells nobody.</param>
    internal async Task ReviewAsync(DbConnection connection, DbTransaction transaction, PersonId person, AuditEntry cause, Func<Person, EndedAccess, NewNotice>? tell)
    {
        var over = new List<(MadeRow, string)>();
        foreach (var made in await OpenAsync(connection, transaction, person, cause.At))
        {
            if (await WhoMayNotAsync(connection, transaction, person, made, cause.At) is { } maker)
            {
                over.Add((made, maker));
            }
        }

        await EndAsync(connection, transaction, person, over, EndedAccess.Permissions, cause, tell);
    }

    /// <summary>The same for all for whom this person has made something, now that the person holds what they hold, or has left.</summary>
    /// <param name="cause">The entry of the change.</param>
    /// <param name="tell">Null tells nobody.</param>
    internal async Task ReviewMadeByAsync(
        DbConnection connection, DbTransaction transaction, PersonId maker, AuditEntry cause, Func<Person, EndedAccess, NewNotice>? tell)
    {
        foreach (var person in await _makings.PeopleAsync(connection, transaction, maker, cause.At))
        {
            await TakeAsync(connection, transaction, person);
            await ReviewAsync(connection, transaction, person, cause, tell);
        }
    }

    /// <summary>The same for all who work in these units or hold a permission there, now that the units lie elsewhere.</summary>
    internal async Task ReviewUnitsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<OrgUnitId> units, AuditEntry cause, Func<Person, EndedAccess, NewNotice>? tell)
    {
        foreach (var person in await _makings.PeopleOfAsync(connection, transaction, units))
        {
            await ReviewAsync(connection, transaction, person, cause, tell);
        }
    }

    /// <summary>The maker, or the maker of a key that it was made with, who may not administer the person now; null when all may.</summary>
    private async Task<string?> WhoMayNotAsync(DbConnection connection, DbTransaction transaction, PersonId person, MadeRow made, Instant now)
    {
        for (var at = made; at is not null; at = await MadeWithAsync(connection, transaction, at))
        {
            if (!await MayAsync(connection, transaction, person, at.MadeBy, now))
            {
                return at.MadeBy;
            }
        }

        return null;
    }

    private async Task<bool> MayAsync(DbConnection connection, DbTransaction transaction, PersonId person, string madeBy, Instant now)
    {
        var row = await connection.QuerySingleAsync<PersonRow>(_sql["Person"], new { person }, transaction);
        if (madeBy == Caller.System.Key || madeBy == PersonMark + row.EmployeeNo)
        {
            return true;
        }

        var held = await _callers.GrantsAsync(connection, transaction, person);
        return await MakerAsync(connection, transaction, madeBy, now) is { } maker
            && AccessRules.MayAdminister(maker, row.OrgUnit, held, await _units.TreeAsync(connection, transaction));
    }

    private async Task EndAsync(
        DbConnection connection, DbTransaction transaction, PersonId person, IReadOnlyList<(MadeRow Made, string By)> over, string why, AuditEntry cause,
        Func<Person, EndedAccess, NewNotice>? tell)
    {
        if (over.Count == 0)
        {
            return;
        }

        foreach (var (row, _) in over)
        {
            _ = row.KeyId is { } key
                ? await connection.ExecuteAsync(_keys["Revoke"], new { key, at = cause.At }, transaction)
                : await connection.ExecuteAsync(_sql["EndInvitation"], new { tokenHash = row.TokenHash, now = cause.At }, transaction);
        }

        var holder = (await _directory.PeopleAsync(connection, transaction, [person])).Single();
        EndedAccess[] ended = [.. over.Select(m => new EndedAccess(m.Made.KeyId, PersonMark + holder.EmployeeNo, m.By, why))];
        await AuditTrail.AppendAsync(connection, transaction, database, [.. ended.Select(e => e.Entry(cause))]);
        await NoticeWriter.AppendAsync(connection, transaction, database, tell is null ? [] : [.. ended.Select(e => tell(holder, e))]);
    }

    private async Task<IReadOnlyList<MadeRow>> OpenAsync(DbConnection connection, DbTransaction transaction, PersonId person, Instant now) =>
    [
        .. await connection.QueryAsync<MadeRow>(_sql["Keys"], new { person, now }, transaction),
        .. await connection.QueryAsync<MadeRow>(_sql["Invitations"], new { person, now }, transaction),
    ];

    /// <summary>Null when the maker has left.</summary>
    private async Task<Caller?> MakerAsync(DbConnection connection, DbTransaction transaction, string madeBy, Instant now)
    {
        if (madeBy.StartsWith(IntegrationMark, StringComparison.Ordinal))
        {
            var kept = await connection.QueryAsync<string>(_sql["MakingIntegration"], new { integration = madeBy[IntegrationMark.Length..], now }, transaction);
            return new Caller(madeBy, null, madeBy, [.. kept.SelectMany(KeyPermissions.Read)]);
        }

        var row = await connection.QuerySingleOrDefaultAsync<MakerRow>(_sql["Maker"], new { employeeNo = NumberOf(madeBy) }, transaction);
        return row is null ? null : new Caller(madeBy, row.PersonId, row.Name, await _callers.GrantsAsync(connection, transaction, row.PersonId));
    }

    // Null for the program itself, and for systems.
    private static string? NumberOf(string madeBy) => madeBy.StartsWith(PersonMark, StringComparison.Ordinal) ? madeBy[PersonMark.Length..] : null;

    private async Task<MadeRow?> MadeWithAsync(DbConnection connection, DbTransaction transaction, MadeRow made) => made.MadeWith is { } key
        ? await connection.QuerySingleOrDefaultAsync<MadeRow>(_sql["MadeWith"], new { key }, transaction)
        : null;

    private sealed class PersonRow
    {
        public string EmployeeNo { get; set; } = "";

        public OrgUnitId? OrgUnit { get; set; }
    }

    private sealed class MakerRow
    {
        public PersonId PersonId { get; set; }

        public string Name { get; set; } = "";
    }
}
