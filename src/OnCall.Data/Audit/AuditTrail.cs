using System.Data.Common;
using OnCall.Data.Rows;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;

namespace OnCall.Data.Audit;

/// <summary>Writes audit entries in the transaction of the act itself.</summary>
internal static class AuditTrail
{
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, Database database, AuditEntry entry) =>
        AppendAsync(connection, transaction, database, [entry]);

    /// <summary>In their order.</summary>
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, Database database, IReadOnlyCollection<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            return Task.CompletedTask;
        }

        var place = 0;
        var rows = ManyRows.Of(database.Provider, entries, (row, entry) =>
        {
            row.Set("n", place++);
            row.Set("at", entry.At);
            row.Set("actor", entry.Actor);
            row.Set("action", entry.Action);
            row.Set("subject", entry.Subject);
            row.Set("detail", entry.Detail);
        });
        return database.ExecuteAsync(connection, transaction, SqlText.For<AuditStore>(database.Provider)["Append"], rows);
    }
}
