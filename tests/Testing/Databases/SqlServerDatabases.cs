using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Data;
using OnCall.Data.Schema;
using Xunit;

namespace OnCall.Testing.Databases;

/// <summary>Makes a database for one test on the server that the environment names, and drops it afterwards.</summary>
internal static class SqlServerDatabases
{
    public const string Setting = "ONCALL_TEST_SQLSERVER";
    private const int MostTries = 50;
    private const int UsualPort = 1433;

    /// <param name="wire">What the database's connections go through.</param>
    /// <param name="patience">How long the database's work is tried again.</param>
    /// <param name="migrate">Whether it has the shipped schema, or nothing.</param>
    public static async Task<TestDatabase> OpenAsync(BreakingWire? wire = null, TimeSpan? patience = null, bool migrate = true)
    {
        var server = Server();
        var name = "oncall_test_" + RandomNumberGenerator.GetHexString(12, lowercase: true);

        // As the program sets it, so that both share a pool, which is emptied before the database is dropped.
        var connectionString = SqlServerDatabase.Steady(new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString());
        await AtLastAsync(server, $"create database {name};", static () => { });
        try
        {
            await TurnRowVersionsOnAsync(server!, name);
            var database = new SqlServerDatabase(connectionString, TestSeal.Instance);
            if (migrate)
            {
                await new MigrationRunner(database, new FakeClock(), NullLogger<MigrationRunner>.Instance).RunAsync(CancellationToken.None);
            }

            var reached = wire is null ? connectionString : Through(wire, connectionString);
            var nodes = SqlServerDatabase.Steady(OfNode(reached));
            return new TestDatabase(wire is null ? database : new SqlServerDatabase(reached, TestSeal.Instance, patience), connectionString, () => DropAsync(server!, name, connectionString, nodes)) { NodesConnectionString = nodes };
        }
        catch
        {
            await DropAsync(server!, name, connectionString);
            throw;
        }
    }

    /// <summary>A wire to the server that the environment names.</summary>
    public static BreakingWire Wire()
    {
        var source = new SqlConnectionStringBuilder(Server()).DataSource;
        var parts = source.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        Assert.SkipWhen(source.Contains('\\', StringComparison.Ordinal), $"A named instance has no fixed port to stand before: let {Setting} name host,port.");
        return BreakingWire.To(parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : UsualPort);
    }

    /// <summary>Whether what answers there only speaks SQL Server's protocol.</summary>
    public static async Task<bool> IsAnotherEngineAsync(string connectionString)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select cast(serverproperty('Babelfish') as int)";
        return await command.ExecuteScalarAsync() is not (null or DBNull);
    }

    private static string Server()
    {
        var server = Environment.GetEnvironmentVariable(Setting);
        Assert.SkipWhen(
            string.IsNullOrWhiteSpace(server),
            $"No SQL Server: set {Setting} to the connection string of a server (2019 or later) on which databases may be made and dropped.");
        return server!;
    }

    // In clear after the login, so that the wire can count, and without the client's own second try, which would count too.
    private static string Through(BreakingWire wire, string connectionString) => new SqlConnectionStringBuilder(connectionString)
    {
        DataSource = $"127.0.0.1,{wire.Port}", Encrypt = SqlConnectionEncryptOption.Optional, ConnectRetryCount = 0, Pooling = true,
    }.ToString();

    // On a TDS-compatible engine the first statements of a session cost some hundred milliseconds each, in which other nodes of this machine wait too:
    // a node keeps a few sessions, and does not open many at a burst.
    private static string OfNode(string connectionString) => new SqlConnectionStringBuilder(connectionString) { MaxPoolSize = 8 }.ToString();

    // A TDS-compatible engine always reads row versions and need not know the switch.
    private static Task TurnRowVersionsOnAsync(string server, string name) =>
        ExecuteAsync(server, $"if serverproperty('Babelfish') is null exec('alter database {name} set read_committed_snapshot on');");

    // A connection that is given back this moment is closed a moment later.
    private static Task DropAsync(string server, string name, params string[] connectionStrings) => AtLastAsync(server, $"drop database if exists {name};", () =>
    {
        foreach (var connectionString in connectionStrings)
        {
            using var any = new SqlConnection(connectionString);
            SqlConnection.ClearPool(any);
        }
    });

    // An engine may refuse that two are made or dropped at one moment.
    private static async Task AtLastAsync(string server, string statement, Action before)
    {
        for (var tries = 1; ; tries++)
        {
            before();
            try
            {
                await ExecuteAsync(server, statement);
                return;
            }
            catch (SqlException) when (tries < MostTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private static async Task ExecuteAsync(string server, string statement)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 60;
        await command.ExecuteNonQueryAsync();
    }
}
