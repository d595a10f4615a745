using System.Data.Common;
using Dapper;
using OnCall.Application.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
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

    public Task<SaveResult> SaveAsync(OrgUnit unit, bool isNew, AuditEntry audit, CancellationToken cancellationToken) => database.SaveAsync(
        audit,
        (connection, transaction) => connection.ExecuteAsync(
            _sql[isNew ? "Insert" : "Update"],
            new { id = unit.Id, code = unit.Code, name = unit.Name, parent = unit.Parent, timeZone = unit.TimeZone, swapApproval = unit.SwapApproval?.ToString() },
            transaction),
        cancellationToken);
}
