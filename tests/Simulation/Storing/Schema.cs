using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Data;
using OnCall.Data.Schema;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>The shipped schema, migrated once for the process and copied from there.</summary>
internal sealed class Schema
{
    private const string ConnectionString = "Data Source=file:oncall-simulation-schema?mode=memory&cache=shared";

    // A database in memory lives as long as somebody has it open.
    private readonly SqliteConnection _open = new(ConnectionString);

    private Schema()
    {
        _open.Open();
        using var database = new SqliteDatabase(ConnectionString, TestSeal.Instance);
        new MigrationRunner(database, new FakeClock(), NullLogger<MigrationRunner>.Instance).RunAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    public static Schema Migrate() => new();

    public void CopyTo(SqliteConnection connection)
    {
        lock (_open)
        {
            _open.BackupDatabase(connection);
        }
    }
}
