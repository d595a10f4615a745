using System.Data.Common;
using Dapper;
using OnCall.Application.Paging;
using OnCall.Data.Schema;

namespace OnCall.Data.Paging;

/// <summary>Writes lines of trails inside a transaction, in their order.</summary>
internal static class PageEvents
{
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, DatabaseProvider provider, IReadOnlyCollection<PageEvent> events) =>
        events.Count == 0
            ? Task.CompletedTask
            : connection.ExecuteAsync(SqlText.For<PageStore>(provider)["InsertEvents"], new { rows = ChangeJson.Events(events, provider) }, transaction);
}
