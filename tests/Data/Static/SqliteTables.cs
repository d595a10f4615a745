using Dapper;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Static;

/// <summary>What SQLite has after every migration.</summary>
internal static class SqliteTables
{
    /// <summary>Names of the tables, and the text that SQLite keeps of each.</summary>
    public static async Task<IEnumerable<(string Name, string Text)>> ReadAsync()
    {
        await using var test = await TestDatabase.SqliteAsync();
        return await test.Database.ReadAsync(
            connection => connection.QueryAsync<(string, string)>("select name, sql from sqlite_schema where type = 'table' and sql is not null"), CancellationToken.None);
    }
}
