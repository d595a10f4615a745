using System.Data.Common;
using Dapper;
using OnCall.Application.Paging;
using OnCall.Data.Schema;

namespace OnCall.Data.Paging;

/// <summary>Writes lines of trails inside a transaction, in their order.</summary>
internal static class PageEvents
{
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, DatabaseProvider provider, IReadOnlyCollection<PageEvent> events) =>
        AppendAsync(connection, transaction, provider, events.Count == 0 ? null : ChangeJson.Events(events, provider));

    /// <param name="rows">As <see cref="ChangeJson.Events"/> writes them; null for none.</param>
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, DatabaseProvider provider, string? rows) =>
        rows is null ? Task.CompletedTask : connection.ExecuteAsync(SqlText.For<PageStore>(provider)["InsertEvents"], new { rows }, transaction);
}
