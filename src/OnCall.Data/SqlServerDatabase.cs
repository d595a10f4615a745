using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using NodaTime;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;

namespace OnCall.Data;

/// <summary>SQL Server 2019 or later with READ_COMMITTED_SNAPSHOT on.</summary>
public sealed class SqlServerDatabase(string connectionString, TextSeal seal) : Database(DatabaseProvider.SqlServer, connectionString, seal)
{
    public override bool HasOwnClock => true;

    public override bool IsDuplicate(DbException error) => error is SqlException { Number: 2601 or 2627 };

    protected internal override Task<Instant?> NowAsync(CancellationToken cancellationToken) => ReadAsync(
        async connection => (Instant?)await connection.QuerySingleAsync<Instant>(
            new CommandDefinition(SqlText.For<SqlServerDatabase>(Provider)["Now"], cancellationToken: cancellationToken)),
        cancellationToken);

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
