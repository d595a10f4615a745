using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Schema;

public sealed class MigrationRunnerOnSqlite : MigrationRunnerContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();

    [Fact]
    public async Task Two_nodes_that_start_at_once_on_a_new_file_migrate_it_once()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            var file = $"Data Source={Path.Combine(folder.FullName, "new.db")}";
            using var one = new SqliteDatabase(file);
            using var other = new SqliteDatabase(file);
            var start = new TaskCompletionSource();
            var nodes = Enumerable.Range(0, 6).Select(node => Task.Run(async () =>
            {
                await start.Task;
                return await Runner(node % 2 == 0 ? one : other).RunAsync(CancellationToken.None);
            })).ToArray();
            start.SetResult();
            var applied = await Task.WhenAll(nodes);
            Assert.Single(applied, names => names.Count > 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
