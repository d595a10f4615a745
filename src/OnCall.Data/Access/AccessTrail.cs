using OnCall.Application.Access;
using OnCall.Data.Audit;
using OnCall.Domain.Audit;

namespace OnCall.Data.Access;

/// <summary>Writes entries of their own, in either database.</summary>
public sealed class AccessTrail(Database database) : IAccessTrail
{
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await AuditTrail.AppendAsync(connection, transaction, database, entry);
            return true;
        },
        cancellationToken);
}
