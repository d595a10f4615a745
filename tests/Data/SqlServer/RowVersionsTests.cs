using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Data.Schema;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>Where readers would wait for writers, whoever starts the program hears what to do. The server is played by a database with its catalogue's names.</summary>
public sealed class RowVersionsTests
{
    private const string Advice = "alter database [on]]call] set read_committed_snapshot on with rollback immediate;";

    [Fact]
    public async Task A_new_database_without_row_versions_is_refused_before_anything_is_made_in_it()
    {
        var end = await StartAsync(areOn: false, isNew: true, []);

        Assert.Contains(Advice, Assert.IsType<SchemaRefusedException>(end).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_in_use_is_worked_with_and_the_log_says_it_as_an_error()
    {
        var errors = new List<string>();

        Assert.IsType<NoSchemaException>(await StartAsync(areOn: false, isNew: false, errors));

        Assert.Contains(Advice, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_row_versions_nothing_is_said(bool isNew)
    {
        var errors = new List<string>();

        Assert.IsType<NoSchemaException>(await StartAsync(areOn: true, isNew, errors));

        Assert.Empty(errors);
    }

    /// <summary>Answers what ended the start, which goes no further than to the schema.</summary>
    private static async Task<Exception?> StartAsync(bool areOn, bool isNew, List<string> errors)
    {
        await using var catalogue = await Catalogue.OpenAsync(areOn, isNew);
        var options = new DatabaseOptions(DatabaseProvider.SqlServer, "");
        var startup = new SchemaStartup(options, catalogue.Database, new MigrationRunner(catalogue.Database, new FakeClock(), NullLogger<MigrationRunner>.Instance), null!, new Lines(errors));
        return await Record.ExceptionAsync(() => startup.StartingAsync(TestContext.Current.CancellationToken));
    }

    private sealed class NoSchemaException : Exception;

    private sealed class Catalogue : IAsyncDisposable
    {
        private readonly SqliteConnection _connection = new("Data Source=:memory:");

        private Catalogue() => Database = new PlayedServer(_connection);

        public Database Database { get; }

        public static async Task<Catalogue> OpenAsync(bool areOn, bool isNew)
        {
            var catalogue = new Catalogue();
            var connection = catalogue._connection;
            await connection.OpenAsync();
            connection.CreateFunction("db_id", () => 7);
            connection.CreateFunction("db_name", () => "on]call");
            connection.CreateFunction("object_id", (string name) => isNew ? (int?)null : name.Length);
            await using var command = connection.CreateCommand();
            command.CommandText = "attach ':memory:' as sys; create table sys.databases (database_id int, is_read_committed_snapshot_on int); insert into sys.databases values (6, 1), (7, @on);";
            command.Parameters.AddWithValue("@on", areOn ? 1 : 0);
            await command.ExecuteNonQueryAsync();
            return catalogue;
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }

    private sealed class PlayedServer(SqliteConnection connection) : Database(DatabaseProvider.SqlServer, "", TestSeal.Instance)
    {
        private int _opened;

        public override bool IsDuplicate(DbException error) => false;

        // The check is the first that opens it; the schema, which is not there, comes after it.
        protected override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
            _opened++ == 0 ? Task.FromResult<DbConnection>(connection) : throw new NoSchemaException();

        protected override ValueTask CloseAsync(DbConnection connection) => ValueTask.CompletedTask;
    }

    private sealed class Lines(List<string> errors) : ILogger<SchemaStartup>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
            {
                errors.Add(formatter(state, exception));
            }
        }
    }
}
