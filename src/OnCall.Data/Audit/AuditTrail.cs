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
}
