using System.Data.Common;
using Dapper;
using OnCall.Application.Access;
using OnCall.Application.Access.Groups;
using OnCall.Application.Notices;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>Keeps which permissions groups gave, in either database.</summary>
public sealed class MappedGrantStore(Database database) : IMappedGrantStore
{
    private readonly SqlText _sql = SqlText.For<MappedGrantStore>(database.Provider);
    private readonly RosterStamp _stamp = new(database);
    private readonly MadeAccess _made = new(database);

    public async Task<GrantChange?> ReplaceAsync(
        PersonId person, IReadOnlyCollection<Grant> given, Func<GrantChange, AuditEntry> audit, CancellationToken cancellationToken,
        Func<Person, EndedAccess, NewNotice?>? tell = null)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(audit);
        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    var change = await ChangeAsync(connection, transaction, person, given);
                    if (!change.IsNone)
                    {
                        var entry = audit(change);
                        await _made.TakeAsync(connection, transaction, person);
                        await WriteAsync(connection, transaction, person, change);
                        await AuditTrail.AppendAsync(connection, transaction, database, entry);
                        await ReviewAsync(connection, transaction, person, change, entry, tell);
                    }

                    return change;
                },
                cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return null;
        }
    }

    private async Task<GrantChange> ChangeAsync(DbConnection connection, DbTransaction transaction, PersonId person, IReadOnlyCollection<Grant> given)
    {
        var change = GrantChange.Of(await ReadAsync(connection, transaction, "Held", person), await ReadAsync(connection, transaction, "Mapped", person), given);
        if (!change.TakesAdministrator)
        {
            return change;
        }

        // The stamp's row is the lock, taken before anything is written: of two administrators who lose it in one moment, the second sees that the first has.
        await _stamp.BumpAsync(connection, transaction);
        return await connection.ExecuteScalarAsync<long>(_sql["OtherAdministrators"], new { person }, transaction) == 0 ? change.KeepAdministrator() : change;
    }

    private async Task ReviewAsync(
        DbConnection connection, DbTransaction transaction, PersonId person, GrantChange change, AuditEntry entry, Func<Person, EndedAccess, NewNotice?>? tell)
    {
        if (change.Added.Count > 0)
        {
            await _made.ReviewAsync(connection, transaction, person, entry, tell);
        }

        if (change.Taken.Count > 0)
        {
            await _made.ReviewMadeByAsync(connection, transaction, person, entry, tell);
        }
    }

    private async Task WriteAsync(DbConnection connection, DbTransaction transaction, PersonId person, GrantChange change)
    {
        await ExecuteAsync("Take", change.Taken);
        await ExecuteAsync("Forget", [.. change.Forgotten.Union(change.Added)]);
        await ExecuteAsync("Add", change.Added);
        await ExecuteAsync("Remember", change.Added);

        Task ExecuteAsync(string statement, IReadOnlyList<Grant> grants) => connection.ExecuteAsync(
            _sql[statement], grants.Select(g => new { person, permission = g.Permission.ToString(), orgUnit = g.OrgUnit }), transaction);
    }

    private async Task<IReadOnlyCollection<Grant>> ReadAsync(DbConnection connection, DbTransaction transaction, string statement, PersonId person) =>
        [.. (await connection.QueryAsync<GrantRow>(_sql[statement], new { person }, transaction)).Select(r => r.ToGrant())];
}
