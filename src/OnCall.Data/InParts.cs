using Dapper;
using NodaTime;

namespace OnCall.Data;

/// <summary>Deletes a table's rows a part at a time.</summary>
internal static class InParts
{
    /// <summary>
    /// So many rows at once: for a statement that locks 5,000 rows or keys SQL Server locks the whole table
    /// (https://learn.microsoft.com/sql/relational-databases/sql-server-transaction-locking-and-row-versioning-guide), and a page that is being
    /// sent waits. A row has a key in each index.
    /// </summary>
    public const int Most = 1000;

    /// <summary>Each part in a transaction of its own.</summary>
    /// <param name="sql">Deletes at most <c>@most</c> rows of those that <c>@now</c> tells.</param>
    public static Task DeleteInPartsAsync(this Database database, string sql, Instant now, CancellationToken cancellationToken) =>
        AllAsync(() => database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, new { now, most = Most }, transaction), cancellationToken));

    /// <param name="part">Takes out at most <see cref="Most"/> rows, and answers how many; again until there are fewer.</param>
    public static async Task AllAsync(Func<Task<int>> part)
    {
        while (await part() == Most)
        {
        }
    }
}
