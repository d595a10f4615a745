using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using OnCall.Data;
using OnCall.Testing.Databases;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>A SQLite file that shows the right time whatever its node's clock says, as a database server does.</summary>
internal sealed class SqliteWithClock(string connectionString) : Database(DatabaseProvider.Sqlite, connectionString, TestSeal.Instance)
{
    public override bool HasOwnClock => true;

    public override bool IsDuplicate(DbException error) => error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    protected override Task<Instant?> NowAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Instant?>(Clock.Now());

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("pragma foreign_keys = on; pragma busy_timeout = 5000;");
        return connection;
    }
}
