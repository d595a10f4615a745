using System.Data.Common;
using Dapper;
using OnCall.Application.Access;
using OnCall.Application.Directory;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>Writes what an installation begins with, in either database.</summary>
public sealed class SetupStore(Database database, RoleStore roles, PersonStore people, KeyStore keys) : ISetupStore
{
    private readonly SqlText _sql = SqlText.For<SetupStore>(database.Provider);
    private readonly RosterStamp _stamp = new(database);

    public Task<bool> AddDeskAsync(Role desk, AuditEntry audit, CancellationToken cancellationToken) => AddAsync(
        audit,
        async (connection, transaction) => await connection.ExecuteScalarAsync<long>(_sql["Desk"], new { code = desk.Code }, transaction) > 0,
        (connection, transaction) => roles.WriteAsync(connection, transaction, desk, isNew: true),
        cancellationToken);

    public Task<bool> AddAdministratorAsync(Person person, IReadOnlyList<Grant> grants, NewKey? key, AuditEntry audit, CancellationToken cancellationToken) => AddAsync(
        audit,
        async (connection, transaction) => await connection.ExecuteScalarAsync<long>(_sql["People"], new { selfTest = SelfTest.Person }, transaction) > 0,
        async (connection, transaction) =>
        {
            await people.WriteAsync(connection, transaction, person, grants, isNew: true);
            if (key is not null)
            {
                await keys.WriteAsync(connection, transaction, key);
            }
        },
        cancellationToken);

    public Task<bool> HasPeopleAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(_sql["People"], new { selfTest = SelfTest.Person }) > 0,
        cancellationToken);

    // Where two nodes begin at once, the unique code or number lets one through; the other finds it done.
    private async Task<bool> AddAsync(
        AuditEntry audit, Func<DbConnection, DbTransaction, Task<bool>> isThere, Func<DbConnection, DbTransaction, Task> add, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    // Read before the stamp is taken: at all starts but the first there is nothing to write.
                    if (await isThere(connection, transaction))
                    {
                        return false;
                    }

                    // A desk, and who stands in for one: other nodes may run already, and know of none.
                    await _stamp.BumpAsync(connection, transaction);
                    await add(connection, transaction);
                    await AuditTrail.AppendAsync(connection, transaction, database, audit);
                    return true;
                },
                cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }
}
