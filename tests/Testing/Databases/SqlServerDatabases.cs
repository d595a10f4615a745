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

    public static async Task<TestDatabase> OpenAsync()
    {
        var server = Environment.GetEnvironmentVariable(Setting);
        Assert.SkipWhen(
            string.IsNullOrWhiteSpace(server),
            $"No SQL Server: set {Setting} to the connection string of a server (2019 or later) on which databases may be made and dropped.");
        var name = "oncall_test_" + RandomNumberGenerator.GetHexString(12, lowercase: true);

        // As the program sets it, so that both share a pool, which is emptied before the database is dropped.
        var connectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name, PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock }.ToString();
        await ExecuteAsync(server!, $"create database {name};");
        try
        {
            await TurnRowVersionsOnAsync(server!, name);
            var database = new SqlServerDatabase(connectionString, TestSeal.Instance);
            await new MigrationRunner(database, new FakeClock(), NullLogger<MigrationRunner>.Instance).RunAsync(CancellationToken.None);
            return new TestDatabase(database, connectionString, () => DropAsync(server!, name, connectionString));
        }
        catch
        {
            await DropAsync(server!, name, connectionString);
            throw;
        }
    }

    // A TDS-compatible engine always reads row versions and need not know the switch.
    private static Task TurnRowVersionsOnAsync(string server, string name) =>
        ExecuteAsync(server, $"if serverproperty('Babelfish') is null exec('alter database {name} set read_committed_snapshot on');");

    // A connection that is given back this moment is closed a moment later.
    private static async Task DropAsync(string server, string name, string connectionString)
    {
        await using var any = new SqlConnection(connectionString);
        for (var tries = 1; ; tries++)
        {
            SqlConnection.ClearPool(any);
            try
            {
                await ExecuteAsync(server, $"drop database {name};");
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
