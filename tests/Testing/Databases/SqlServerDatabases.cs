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

    public static async Task<TestDatabase> OpenAsync()
    {
        var server = Environment.GetEnvironmentVariable(Setting);
        Assert.SkipWhen(
            string.IsNullOrWhiteSpace(server),
            $"No SQL Server: set {Setting} to the connection string of a server (2019 or later) on which databases may be made and dropped.");
        var name = "oncall_test_" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        await ExecuteAsync(server!, $"create database {name};");
        try
        {
            await TurnRowVersionsOnAsync(server!, name);
            var connectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();
            var database = new SqlServerDatabase(connectionString, TestSeal.Instance);
            await new MigrationRunner(database, new FakeClock(), NullLogger<MigrationRunner>.Instance).RunAsync(CancellationToken.None);
            return new TestDatabase(database, connectionString, () => DropAsync(server!, name, connectionString));
        }
        catch
        {
            await ExecuteAsync(server!, $"drop database {name};");
            throw;
        }
    }

    // A TDS-compatible engine always reads row versions and need not know the switch.
    private static Task TurnRowVersionsOnAsync(string server, string name) =>
        ExecuteAsync(server, $"if serverproperty('Babelfish') is null exec('alter database {name} set read_committed_snapshot on');");

    private static async Task DropAsync(string server, string name, string connectionString)
    {
        SqlConnection.ClearPool(new SqlConnection(connectionString));
        await ExecuteAsync(server, $"drop database {name};");
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
