using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;

namespace OnCall.Data.SqlServer;

/// <summary>
/// Looks at the start whether the server tells how many rows a statement changed: by that a guarded update knows who was first. A server may be set so
/// that it tells no session (https://learn.microsoft.com/sql/database-engine/configure-windows/configure-the-user-options-server-configuration-option).
/// </summary>
internal sealed class SqlServerRowCounts
{
    internal const string Advice =
        "The server is set to SET NOCOUNT ON for every session (512 in its option 'user options'): no write could be known to stand. Take 512 off its value (select value_in_use from sys.configurations where name = 'user options'): exec sp_configure 'user options', <value - 512>; reconfigure;";

    private static readonly SqlText Sql = SqlText.For<SqlServerRowCounts>(DatabaseProvider.SqlServer);

    /// <exception cref="SchemaRefusedException">It does not tell.</exception>
    public static async Task CheckAsync(Database database, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.SqlServer)
        {
            await database.ReadAsync(CheckAsync, cancellationToken);
        }
    }

    internal static async Task<bool> CheckAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<bool>(Sql["AreOff"]) ? throw new SchemaRefusedException(Advice) : true;
}
