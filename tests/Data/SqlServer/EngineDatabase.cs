using System.Data.Common;
using Microsoft.Data.SqlClient;
using OnCall.Data.Rows;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>Knows a lock that was waited for too long by the words of an engine that has no number for it, as SQL Server has (1222).</summary>
internal sealed class EngineDatabase(string connectionString) : SqlServerDatabase(connectionString, TestSeal.Instance)
{
    /// <summary>Told when a statement for rows is on its way to the server.</summary>
    public Action Sent { get; set; } = static () => { };

    internal override Task<int> RunAsync(DbConnection connection, DbTransaction transaction, string sql, ManyRows rows)
    {
        var running = base.RunAsync(connection, transaction, sql, rows);
        Sent();
        return running;
    }

    protected override bool IsBlocked(DbException error) =>
        base.IsBlocked(error) || (error is SqlException && error.Message.Contains("due to lock timeout", StringComparison.Ordinal));
}
