using OnCall.Data;
using Xunit;

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

    /// <summary>As the nodes of a story reach it: through the wire, where there is one.</summary>
    public string NodesConnectionString { get => field ?? ConnectionString; init; }

    /// <summary>The settings by which the program works on it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["OnCall:Database:Provider"] = Database.Provider == DatabaseProvider.Sqlite ? "sqlite" : "sqlserver",
        ["OnCall:Database:ConnectionString"] = NodesConnectionString,
    };

    /// <summary>A SQLite file in the temporary folder.</summary>
    public static Task<TestDatabase> SqliteAsync() => SqliteFiles.OpenAsync();

    /// <summary>A new database on the server that <c>ONCALL_TEST_SQLSERVER</c> names; without it the test is skipped, and says so.</summary>
    public static Task<TestDatabase> SqlServerAsync() => SqlServerDatabases.OpenAsync();

    /// <summary>The same without any schema.</summary>
    public static Task<TestDatabase> EmptyOnSqlServerAsync() => SqlServerDatabases.OpenAsync(migrate: false);

    /// <summary>
    /// The database of tests that are not about one of the two: SQLite, and where <c>ONCALL_TEST_DATABASE</c> says <c>sqlserver</c>, one on the
    /// server that <c>ONCALL_TEST_SQLSERVER</c> names.
    /// </summary>
    public static Task<TestDatabase> UsualAsync() => IsUsuallyOnServer ? SqlServerAsync() : SqliteAsync();

    /// <summary>
    /// For a program that is started by a test: a database on the server where <see cref="UsualAsync"/> gives one, else null, and there is a file in
    /// the program's folder, so that it need not make one.
    /// </summary>
    public static async Task<TestDatabase?> ForProgramAsync(string folder)
    {
        if (IsUsuallyOnServer)
        {
            return await SqlServerAsync();
        }

        await SqliteFiles.PutAsync(folder);
        return null;
    }

    /// <summary>Whether <see cref="UsualAsync"/> gives a database on the server.</summary>
    public static bool IsUsuallyOnServer => string.Equals(Environment.GetEnvironmentVariable("ONCALL_TEST_DATABASE"), "sqlserver", StringComparison.OrdinalIgnoreCase);

    /// <summary>A new database on the server, which is reached by a wire that a test may break.</summary>
    /// <param name="patience">How long what fails by an error that passes is tried again.</param>
    public static Task<TestDatabase> ThroughAsync(BreakingWire wire, TimeSpan? patience = null) => SqlServerDatabases.OpenAsync(wire, patience);

    /// <summary>A wire to the server; without one the test is skipped, and says so.</summary>
    public static BreakingWire Wire() => SqlServerDatabases.Wire();

    /// <summary>For what SQL Server does and an engine that only speaks its protocol does not: there the test is skipped, and says what is missing.</summary>
    public async Task OnlyOnSqlServerAsync(string difference) => Assert.SkipWhen(await IsOnAnotherEngineAsync(), $"No SQL Server: {difference}");

    /// <summary>Whether the server only speaks SQL Server's protocol.</summary>
    public async Task<bool> IsOnAnotherEngineAsync() => Database.Provider == DatabaseProvider.SqlServer && await SqlServerDatabases.IsAnotherEngineAsync(ConnectionString);

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
