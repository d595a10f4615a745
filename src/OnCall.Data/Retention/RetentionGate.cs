using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;
using OnCall.Domain.Retention;

namespace OnCall.Data.Retention;

/// <summary>
/// One row that whoever purges, places a hold or changes a rule writes first: the database lets one of them through at a time, so that a purge has
/// either ended before a hold is placed, or reads it.
/// </summary>
internal sealed class RetentionGate(Database database)
{
    private readonly SqlText _sql = SqlText.For<RetentionGate>(database.Provider);

    internal Task TakeAsync(DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(_sql["Take"], transaction: transaction);

    /// <returns>False when a later run has begun.</returns>
    internal async Task<bool> TakeAsync(DbConnection connection, DbTransaction transaction, RetentionRunId run) =>
        await connection.ExecuteAsync(_sql["TakeForRun"], new { run }, transaction) > 0;

    /// <returns>False when the day is taken.</returns>
    internal async Task<bool> ClaimAsync(DbConnection connection, DbTransaction transaction, string day, RetentionRunId run) =>
        await connection.ExecuteAsync(_sql["ClaimDay"], new { day, run }, transaction) > 0;
}
