using OnCall.Data;

namespace OnCall.Testing.Databases;

/// <summary>A database of its own for one test, with the shipped schema and nothing in it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    internal TestDatabase(Database database, string connectionString, Func<Task> drop)
    {
        Database = database;
        ConnectionString = connectionString;
        _drop = drop;
    }

    public Database Database { get; }

    /// <summary>For tests that start a second <see cref="Data.Database"/>, or the whole program, on the same data.</summary>
    public string ConnectionString { get; }

    /// <summary>A SQLite file in the temporary folder.</summary>
    public static Task<TestDatabase> SqliteAsync() => SqliteFiles.OpenAsync();

    /// <summary>A new database on the server that <c>ONCALL_TEST_SQLSERVER</c> names; without it the test is skipped, and says so.</summary>
    public static Task<TestDatabase> SqlServerAsync() => SqlServerDatabases.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        (Database as IDisposable)?.Dispose();
        await _drop();
    }
}
