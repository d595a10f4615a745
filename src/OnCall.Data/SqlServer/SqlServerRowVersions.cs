using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using OnCall.Data.Schema;

namespace OnCall.Data.SqlServer;

/// <summary>
/// Looks at the start whether readers get the last committed version of a row (READ_COMMITTED_SNAPSHOT) in place of waiting for whoever writes it. A
/// database that OnCall has not used yet is refused without it. One that has pages is worked with, and said aloud: a hospital is paged more slowly rather than not at all.
/// </summary>
internal sealed partial class SqlServerRowVersions
{
    private static readonly SqlText Sql = SqlText.For<SqlServerRowVersions>(DatabaseProvider.SqlServer);

    /// <exception cref="SchemaRefusedException">They are off, and the database is new.</exception>
    public static async Task CheckAsync(Database database, ILogger log, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.SqlServer)
        {
            await database.ReadAsync(connection => CheckAsync(connection, log), cancellationToken);
        }
    }

    /// <summary>What whoever owns the database has to do.</summary>
    internal static string Advice(string name) =>
        $"READ_COMMITTED_SNAPSHOT is off in the database {name}: whoever reads would wait for whoever writes. Turn it on: alter database [{name.Replace("]", "]]", StringComparison.Ordinal)}] set read_committed_snapshot on with rollback immediate;";

    private static async Task<bool> CheckAsync(DbConnection connection, ILogger log)
    {
        if (await connection.ExecuteScalarAsync<bool>(Sql["AreOn"]))
        {
            return true;
        }

        var advice = Advice(await connection.ExecuteScalarAsync<string>(Sql["Name"]) ?? "");
        if (!await new MigrationJournal(DatabaseProvider.SqlServer).IsThereAsync(connection))
        {
            throw new SchemaRefusedException(advice);
        }

        AreOff(log, advice);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Advice}")]
    private static partial void AreOff(ILogger log, string advice);
}
