using System.Data.Common;
using Dapper;
using NodaTime;

namespace OnCall.Data.Schema;

/// <summary>The table <c>schema_migration</c>: which scripts this database has been through, and their hashes.</summary>
internal sealed class MigrationJournal(DatabaseProvider provider)
{
    private readonly SqlText _sql = SqlText.For<MigrationJournal>(provider);

    public async Task<bool> IsThereAsync(DbConnection connection) => await connection.ExecuteScalarAsync<int>(_sql["IsThere"]) > 0;

    public Task CreateAsync(DbConnection connection, DbTransaction? transaction) =>
        connection.ExecuteAsync(_sql["Create"], transaction: transaction);

    public async Task<IReadOnlyList<AppliedMigration>> ReadAsync(DbConnection connection, DbTransaction? transaction) =>
        [.. await connection.QueryAsync<AppliedMigration>(_sql["List"], transaction: transaction)];

    public Task WriteAsync(DbConnection connection, DbTransaction transaction, MigrationScript script, Instant at) =>
        connection.ExecuteAsync(_sql["Record"], new { name = script.Name, hash = script.Hash, appliedAt = at }, transaction);
}
