using System.Security.Cryptography;
using Microsoft.Data.SqlClient;
using OnCall.Data;
using OnCall.Data.Schema;

namespace OnCall.Testing.Databases;

/// <summary>Applies <c>db/sqlserver-logins.sql</c> to a database for one test, and makes logins that have its roles.</summary>
public static class SqlServerLogins
{
    /// <summary>
    /// Runs the script as the database's owner. An engine that only speaks SQL Server's protocol has no fixed roles and no DENY: it is spared
    /// those, and the rest is as it ships.
    /// </summary>
    public static async Task ApplyAsync(TestDatabase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var whole = !await test.IsOnAnotherEngineAsync();
        var script = await File.ReadAllTextAsync(SourceTree.PathOf("db/sqlserver-logins.sql"));
        foreach (var batch in new MigrationScript("0000_logins.sql", script).Batches())
        {
            var taken = whole ? batch : string.Join('\n', batch.Split('\n').Where(line => !line.StartsWith("deny ", StringComparison.Ordinal) && !line.StartsWith("alter role db_", StringComparison.Ordinal)));
            if (!string.IsNullOrWhiteSpace(taken))
            {
                await ScalarAsync(test.ConnectionString, taken);
            }
        }
    }

    /// <summary>The same data, by a login that has that role and nothing else. The login is dropped when this is.</summary>
    public static async Task<Login> AsAsync(TestDatabase test, string role)
    {
        ArgumentNullException.ThrowIfNull(test);
        var name = "oncall_test_" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        var password = "Aa1!" + RandomNumberGenerator.GetHexString(24);
        await ScalarAsync(test.ConnectionString, $"create login {name} with password = '{password}';");
        await ScalarAsync(test.ConnectionString, $"create user {name} for login {name};");
        await ScalarAsync(test.ConnectionString, $"alter role {role} add member {name};");
        var connectionString = new SqlConnectionStringBuilder(test.ConnectionString) { UserID = name, Password = password, IntegratedSecurity = false, Pooling = false }.ToString();
        return new Login(new SqlServerDatabase(connectionString, TestSeal.Instance), async () =>
        {
            await ScalarAsync(test.ConnectionString, $"drop user {name};");
            await ScalarAsync(test.ConnectionString, $"drop login {name};");
        });
    }

    private static async Task<object?> ScalarAsync(string connectionString, string statement)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A database as one login sees it.</summary>
    public sealed class Login(Database database, Func<Task> drop) : IAsyncDisposable
    {
        public Database Database { get; } = database;

        public async ValueTask DisposeAsync() => await drop();
    }
}
