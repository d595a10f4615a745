using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;

namespace OnCall.Data.Audit;

/// <summary>Writes audit entries in the transaction of the act itself.</summary>
internal static class AuditTrail
{
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, DatabaseProvider provider, AuditEntry entry) =>
        connection.ExecuteAsync(
            SqlText.For<AuditStore>(provider)["Append"],
            new { at = entry.At, actor = entry.Actor, action = entry.Action, subject = entry.Subject, detail = entry.Detail },
            transaction);

    /// <summary>In their order.</summary>
    public static Task AppendAsync(DbConnection connection, DbTransaction transaction, DatabaseProvider provider, IReadOnlyCollection<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            return Task.CompletedTask;
        }

        var place = 0;
        var rows = JsonRows.Write(entries, (json, entry) =>
        {
            json.WriteNumber("n", place++);
            json.WriteInstant("at", entry.At, provider);
            json.WriteString("actor", entry.Actor);
            json.WriteString("action", entry.Action);
            json.WriteString("subject", entry.Subject);
            json.WriteString("detail", entry.Detail);
        });
        return connection.ExecuteAsync(SqlText.For<AuditStore>(provider)["AppendAll"], new { rows }, transaction);
    }
}
