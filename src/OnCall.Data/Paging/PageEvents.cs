using System.Data.Common;
using OnCall.Application.Paging;
using OnCall.Data.Rows;
using OnCall.Data.Schema;

namespace OnCall.Data.Paging;

/// <summary>Writes lines of trails inside a transaction, in their order.</summary>
internal static class PageEvents
{
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, Database database, IEnumerable<PageEvent> events) =>
        AppendAsync(connection, transaction, database, ChangeRows.EventsOf(events, database));

    /// <param name="rows">As <see cref="ChangeRows.EventsOf"/> makes them.</param>
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, Database database, ManyRows rows) =>
        database.ExecuteAsync(connection, transaction, SqlText.For<PageStore>(database.Provider)["InsertEvents"], rows);
}
