using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Data;
using OnCall.Data.Schema;

namespace OnCall.Testing.Databases;

/// <summary>Migrates one file for the process and gives each test a copy of it.</summary>
internal static class SqliteFiles
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    public static async Task<TestDatabase> OpenAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        var file = await PutAsync(folder.FullName);
        var connectionString = ConnectionString(file, pooling: true);
        var database = new SqliteDatabase(connectionString, TestSeal.Instance);
        return new TestDatabase(database, connectionString, () =>
        {
            Delete(folder);
            return Task.CompletedTask;
        });
    }

    /// <summary>Answers the path of the copy, which has the name that the program gives it.</summary>
    public static async Task<string> PutAsync(string folder)
    {
        var file = Path.Combine(folder, "oncall.db");
        await File.WriteAllBytesAsync(file, await Migrated.Value);
        return file;
    }

    private static async Task<byte[]> MigrateAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "oncall.db");
            using (var database = new SqliteDatabase(ConnectionString(file, pooling: false), TestSeal.Instance))
            {
                await new MigrationRunner(database, new FakeClock(), NullLogger<MigrationRunner>.Instance).RunAsync(CancellationToken.None);
            }

            // Closing the last connection folded the write-ahead log into the file.
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Delete(folder);
        }
    }

    private static string ConnectionString(string file, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = pooling }.ToString();

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A leftover in the temporary folder must not fail a test that passed.
        }
    }
}
