using System.Data.Common;
using Dapper;
using OnCall.Application.Access;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Data.Access;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>The org units, in either database.</summary>
public sealed class OrgUnitStore(Database database) : IOrgUnitStore
{
    private readonly SqlText _sql = SqlText.For<OrgUnitStore>(database.Provider);

    public Task<OrgTree> TreeAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => new OrgTree([.. (await connection.QueryAsync<OrgUnitRow>(_sql["All"])).Select(r => r.ToUnit())]),
        cancellationToken);

    /// <summary>The units as a transaction sees them.</summary>
    internal async Task<OrgTree> TreeAsync(DbConnection connection, DbTransaction? transaction) =>
        new([.. (await connection.QueryAsync<OrgUnitRow>(_sql["All"], transaction: transaction)).Select(r => r.ToUnit())]);

    public Task<SaveResult> SaveAsync(
        OrgUnit unit, bool isNew, AuditEntry audit, CancellationToken cancellationToken, Func<Person, EndedAccess, NewNotice>? tell = null) => database.SaveAsync(
        audit,
        async (connection, transaction) =>
        {
            var before = isNew ? null : (await TreeAsync(connection, transaction)).Find(unit.Id);
            await connection.ExecuteAsync(
                _sql[isNew ? "Insert" : "Update"],
                new { id = unit.Id, code = unit.Code, name = unit.Name, parent = unit.Parent, timeZone = unit.TimeZone, swapApproval = unit.SwapApproval?.ToString() },
                transaction);
            if (before is not null && before.Parent != unit.Parent)
            {
                var tree = await TreeAsync(connection, transaction);
                OrgUnitId[] below = [.. tree.Units.Select(u => u.Id).Where(u => tree.Above(u).Contains(unit.Id))];
                await new MadeAccess(database).ReviewUnitsAsync(connection, transaction, below, audit, tell);
            }
        },
        cancellationToken);
}
