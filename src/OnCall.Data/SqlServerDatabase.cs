using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace OnCall.Data;

/// <summary>SQL Server 2019 or later with READ_COMMITTED_SNAPSHOT on.</summary>
public sealed class SqlServerDatabase(string connectionString) : Database(DatabaseProvider.SqlServer, connectionString)
{
    public override bool IsDuplicate(DbException error) => error is SqlException { Number: 2601 or 2627 };

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
