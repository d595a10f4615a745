using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Data.Schema;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Schema;

public abstract class MigrationRunnerContract
{
    private static readonly MigrationScript Good = new("9001_good.sql", "create table good (a int);\nGO\ninsert into good (a) values (1);");
    private static readonly MigrationScript Bad = new("9002_bad.sql", "create table half (a int);\nGO\ninsert into no_such_table (a) values (1);");

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_migrated_database_is_left_alone()
    {
        await using var test = await OpenAsync();
        Assert.Empty(await Runner(test).RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_new_script_runs_once()
    {
        await using var test = await OpenAsync();
        MigrationScript[] scripts = [.. MigrationScript.Shipped(test.Database.Provider), Good];
        Assert.Equal(["9001_good.sql"], await Runner(test).RunAsync(scripts, CancellationToken.None));
        Assert.Empty(await Runner(test).RunAsync(scripts, CancellationToken.None));
        Assert.Equal(1, await CountAsync(test, "select count(*) from good"));
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind_and_names_itself()
    {
        await using var test = await OpenAsync();
        MigrationScript[] scripts = [.. MigrationScript.Shipped(test.Database.Provider), Bad];
        var error = await Assert.ThrowsAsync<SchemaRefusedException>(() => Runner(test).RunAsync(scripts, CancellationToken.None));
        Assert.Contains("9002_bad.sql failed and was undone", error.Message, StringComparison.Ordinal);
        MigrationScript[] repaired = [.. MigrationScript.Shipped(test.Database.Provider), new(Bad.Name, "create table half (a int);")];
        Assert.Equal(["9002_bad.sql"], await Runner(test).RunAsync(repaired, CancellationToken.None));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_not_touched()
    {
        await using var test = await OpenAsync();
        MigrationScript[] shipped = [.. MigrationScript.Shipped(test.Database.Provider)];
        await Runner(test).RunAsync([.. shipped, Good], CancellationToken.None);
        await Assert.ThrowsAsync<SchemaRefusedException>(() => Runner(test).RunAsync(shipped, CancellationToken.None));
    }

    [Fact]
    public async Task A_look_finds_a_migrated_database_right_and_names_what_another_lacks()
    {
        await using var test = await OpenAsync();
        await Runner(test).CheckAsync(CancellationToken.None);
        var last = MigrationScript.Shipped(test.Database.Provider)[^1].Name;
        await test.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("delete from schema_migration where name = @last", new { last }, transaction), CancellationToken.None);

        var error = await Assert.ThrowsAsync<SchemaRefusedException>(() => Runner(test).CheckAsync(CancellationToken.None));

        Assert.Contains($"it lacks {last}. ", error.Message, StringComparison.Ordinal);
        Assert.Contains("run 'dotnet OnCall.Api.dll migrate'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_at_a_database_without_any_schema_says_how_to_make_one()
    {
        await using var test = await OpenAsync();
        await test.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("drop table schema_migration", transaction: transaction), CancellationToken.None);

        var error = await Assert.ThrowsAsync<SchemaRefusedException>(() => Runner(test).CheckAsync(CancellationToken.None));

        Assert.Contains("0001_directory.sql to ", error.Message, StringComparison.Ordinal);
    }

    protected static MigrationRunner Runner(TestDatabase test) => Runner(test.Database);

    protected static MigrationRunner Runner(Database database) => new(database, new FakeClock(), NullLogger<MigrationRunner>.Instance);

    protected static Task<int> CountAsync(TestDatabase test, string statement) =>
        test.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(statement), CancellationToken.None);
}
