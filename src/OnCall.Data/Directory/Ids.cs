using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>Ids for <c>in @ids</c>: Dapper takes each element as it is, and passes it as the database stores it.</summary>
internal static class Ids
{
    // SQL Server takes 2,100 parameters; SQLite's client looks each up by its name among all, which many make slow.
    private const int MostOfServer = 250;
    private const int MostOfSqlite = 60;

    internal static IEnumerable<object[]> Batches(this Database database, IEnumerable<Guid> ids) =>
        database.Parts(ids).Select(part => Array.ConvertAll(part, database.Stored));

    internal static IEnumerable<string[]> Batches(this Database database, IEnumerable<string> words) => database.Parts(words);

    /// <summary>An id as this database stores it, for a list that Dapper expands without asking the type handlers.</summary>
    internal static object Stored(this Database database, Guid id) => database.Provider == DatabaseProvider.Sqlite ? id.ToString("D") : id;

    internal static IEnumerable<object[]> Batches(this Database database, IEnumerable<RoleId> ids) => database.Batches(ids.Select(id => id.Value));

    internal static IEnumerable<object[]> Batches(this Database database, IEnumerable<PersonId> ids) => database.Batches(ids.Select(id => id.Value));

    private static IEnumerable<T[]> Parts<T>(this Database database, IEnumerable<T> all) =>
        all.Distinct().Chunk(database.Provider == DatabaseProvider.Sqlite ? MostOfSqlite : MostOfServer);

    /// <summary>All rows, batch by batch.</summary>
    internal static async Task<List<T>> GatherAsync<TPart, T>(this IEnumerable<TPart[]> batches, Func<TPart[], Task<IEnumerable<T>>> read)
    {
        var rows = new List<T>();
        foreach (var ids in batches)
        {
            rows.AddRange(await read(ids));
        }

        return rows;
    }
}
