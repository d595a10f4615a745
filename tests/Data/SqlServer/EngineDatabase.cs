using System.Data.Common;
using Microsoft.Data.SqlClient;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>Knows a lock that was waited for too long by the words of an engine that has no number for it, as SQL Server has (1222).</summary>
internal sealed class EngineDatabase(string connectionString) : SqlServerDatabase(connectionString, TestSeal.Instance)
{
    protected override bool IsBlocked(DbException error) =>
        base.IsBlocked(error) || (error is SqlException && error.Message.Contains("due to lock timeout", StringComparison.Ordinal));
}
