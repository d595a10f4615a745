using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Data.Audit;
using OnCall.Data.Exports;
using OnCall.Data.Schema;
using OnCall.Data.Tests.Static;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Schema;

/// <summary>What the logins of <c>db/sqlserver-logins.sql</c> can do on a server, and what it refuses them.</summary>
public sealed class LoginsOnSqlServer
{
    // "The permission was denied on the object"; engines that speak the protocol have other numbers for it.
    private const string Denied = "permission";

    [Fact]
    public async Task The_application_finds_its_schema_current_and_may_change_none_of_it()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await SqlServerLogins.ApplyAsync(test);
        await using var application = await SqlServerLogins.AsAsync(test, "oncall_application");

        await RunnerOf(application).CheckAsync(CancellationToken.None);

        await RefusedAsync(application, "create table extra (x int not null)");
        await RefusedAsync(application, "drop table page");
        await RefusedAsync(application, "alter table page add extra int null");
        await RefusedAsync(application, "update audit_entry set detail = '[]'");
        await RefusedAsync(application, "delete from audit_entry");
        await RefusedAsync(application, "update audit_seal set place = place + 1");
        await RefusedAsync(application, "delete from audit_seal");
        await RefusedAsync(application, "delete from schema_migration");
    }

    [Fact]
    public async Task The_application_may_run_each_statement_that_ships()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await SqlServerLogins.ApplyAsync(test);
        await using var application = await SqlServerLogins.AsAsync(test, "oncall_application");

        var needed = Statement.Shipped.Where(s => s.ForSqlServer && !s.Store.Contains("/Schema/", StringComparison.Ordinal)).SelectMany(s => TableVerbs.Of(s.Sent)).Distinct(StringComparer.Ordinal);
        foreach (var table in needed.Select(n => n.Split(' ')).ToLookup(n => n[0], n => n[1], StringComparer.Ordinal))
        {
            foreach (var verb in table)
            {
                await application.Database.ReadAsync(connection => connection.ExecuteAsync(Harmless(table.Key, verb)), CancellationToken.None);
            }
        }
    }

    [Fact]
    public async Task The_auditor_checks_the_trail_and_exports_and_reads_nothing_else()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await SqlServerLogins.ApplyAsync(test);
        await using var auditor = await SqlServerLogins.AsAsync(test, "oncall_auditor");
        var seals = new AuditSealStore(auditor.Database);

        await seals.HeadAsync(CancellationToken.None);
        await seals.AtAsync(1, CancellationToken.None);
        await seals.LinksAsync(0, 10, CancellationToken.None);
        await new SigningKeyStore(auditor.Database).PublicAsync(CancellationToken.None);

        await RefusedAsync(auditor, "select private_key from signing_key");
        await RefusedAsync(auditor, "select page_id from page");
        await RefusedAsync(auditor, "insert into audit_entry (at, actor, action, subject, detail) values ('2026-11-23', 'a', 'b', 'c', '[]')");
    }

    [Fact]
    public async Task The_migrator_brings_an_empty_database_to_the_schema_and_the_owner_gives_the_rest_afterwards()
    {
        await using var test = await TestDatabase.EmptyOnSqlServerAsync();
        await test.OnlyOnSqlServerAsync("this engine has no fixed database roles, by which the migrator changes the schema (docs/sql-server.md).");
        await SqlServerLogins.ApplyAsync(test);
        await using var migrator = await SqlServerLogins.AsAsync(test, "oncall_migrator");
        var shipped = MigrationScript.Shipped(DatabaseProvider.SqlServer).Select(script => script.Name);
        Assert.Equal(shipped, await RunnerOf(migrator).RunAsync(CancellationToken.None));

        // What the migrator made is the owner's from here on, or the login could never be dropped.
        await SqlServerLogins.ApplyAsync(test);
        await using var application = await SqlServerLogins.AsAsync(test, "oncall_application");
        await RunnerOf(application).CheckAsync(CancellationToken.None);
        Assert.Equal(0, await application.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from page"), CancellationToken.None));
    }

    [Fact]
    public async Task What_was_written_to_the_trail_is_changed_by_nobody_whatever_else_they_were_given()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await test.OnlyOnSqlServerAsync("this engine has no DENY, which is stronger than any GRANT (docs/sql-server.md).");
        await SqlServerLogins.ApplyAsync(test);
        await test.Database.ReadAsync(connection => connection.ExecuteAsync("grant update, delete on audit_entry to oncall_application; grant update, delete on audit_seal to oncall_application;"), CancellationToken.None);
        await using var application = await SqlServerLogins.AsAsync(test, "oncall_application");
        await using var migrator = await SqlServerLogins.AsAsync(test, "oncall_migrator");

        foreach (var login in new[] { application, migrator })
        {
            await RefusedAsync(login, "update audit_entry set detail = '[]'");
            await RefusedAsync(login, "delete from audit_entry");
            await RefusedAsync(login, "update audit_seal set place = place + 1");
            await RefusedAsync(login, "delete from audit_seal");
        }
    }

    private static MigrationRunner RunnerOf(SqlServerLogins.Login login) => new(login.Database, new FakeClock(), NullLogger<MigrationRunner>.Instance);

    // Nothing is there to be changed, or the condition lets nothing through; the server asks for the right all the same.
    private static string Harmless(string table, string verb) => verb switch
    {
        "select" => $"select count(*) from {table}",
        "delete" => $"delete from {table} where 1 = 0",
        "insert" => $"insert into {table} ({Columns(table)}) select {Columns(table)} from {table} where 1 = 0",
        _ => $"update {table} set {Column(table)} = {Column(table)} where 1 = 0",
    };

    private static string Columns(string table) => string.Join(", ", ShippedSchema.OnSqlServer.Find(table)!.Values.Where(column => !column.Identity).Select(column => column.Name));

    private static string Column(string table) => ShippedSchema.OnSqlServer.Find(table)!.Values.First(column => !column.Identity).Name;

    private static async Task RefusedAsync(SqlServerLogins.Login login, string statement)
    {
        var error = await Assert.ThrowsAsync<SqlException>(() => login.Database.ReadAsync(connection => connection.ExecuteAsync(statement), CancellationToken.None));
        Assert.True(error.Message.Contains(Denied, StringComparison.Ordinal) || error.Message.Contains("must be owner", StringComparison.Ordinal), $"{statement}: {error.Number}: {error.Message}");
    }
}
