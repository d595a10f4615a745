using Microsoft.Data.Sqlite;
using OnCall.Api.Tests.Audit;
using Xunit;

namespace OnCall.Api.Tests.Start;

/// <summary>The schema is brought up to date by a command, and a program that may not do so says what it lacks.</summary>
public sealed class MigrateTests : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("oncall-migrate-");

    [Fact]
    public async Task A_program_that_may_not_migrate_starts_on_a_schema_that_the_command_has_made()
    {
        var (code, output, error) = await AuditHouse.CommandAsync(_folder.FullName, "migrate");
        Assert.True(code == 0, output + error);
        Assert.StartsWith("Applied: 0001_directory.sql", output, StringComparison.Ordinal);

        (code, output, error) = await AuditHouse.CommandAsync(_folder.FullName, "migrate");
        Assert.True(code == 0, output + error);
        Assert.Equal("The schema is this version's.", output.Trim());

        await using var program = await StartedProgram.StartAsync(
            "own", [], ("OnCall__Database__Migrate", "false"), ("OnCall__Database__ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "oncall.db")}"));
        Assert.NotNull(program.Address);
    }

    [Fact]
    public async Task It_refuses_to_start_on_an_empty_database_and_leaves_it_empty()
    {
        var file = Path.Combine(_folder.FullName, "empty.db");
        await File.WriteAllBytesAsync(file, [], TestContext.Current.CancellationToken);

        await RefusedStart.AsExpectedAsync(
            [], "run 'dotnet OnCall.Api.dll migrate'", ("OnCall__Database__Migrate", "false"), ("OnCall__Database__ConnectionString", $"Data Source={file}"));

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var tables = connection.CreateCommand();
        tables.CommandText = "select count(*) from sqlite_schema";
        Assert.Equal(0L, await tables.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task It_makes_no_database_either() => RefusedStart.AsExpectedAsync(
        [], "There is no database", ("OnCall__Database__Migrate", "false"), ("OnCall__Database__ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "none.db")}"));

    [Fact]
    public Task A_word_more_is_not_passed_over() => RefusedStart.AsExpectedAsync(["migrate", "back"], "Say migrate.", ("OnCall__Demo", "false"));

    public void Dispose() => _folder.Delete(recursive: true);
}
