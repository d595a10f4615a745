using OnCall.Data;

namespace OnCall.Testing.Databases;

/// <summary>A database of its own for one test, with the shipped schema and nothing in it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;
    private readonly List<Database> _others = [];

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

    /// <summary>The same data as another node has it, with connections and locks of its own. Closed with this.</summary>
    public Database OpenAgain()
    {
        Database again = Database.Provider == DatabaseProvider.Sqlite ? new SqliteDatabase(ConnectionString, TestSeal.Instance) : new SqlServerDatabase(ConnectionString, TestSeal.Instance);
        _others.Add(again);
        return again;
    }

    public async ValueTask DisposeAsync()
    {
        _others.ForEach(o => (o as IDisposable)?.Dispose());
        (Database as IDisposable)?.Dispose();
        await _drop();
    }
}
