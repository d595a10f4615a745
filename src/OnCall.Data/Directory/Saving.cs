using System.Data.Common;
using OnCall.Application.Directory;
using OnCall.Data.Audit;
using OnCall.Domain.Audit;

namespace OnCall.Data.Directory;

/// <summary>How the directory writes: the change and its audit entry in one transaction, a taken key told as a race.</summary>
internal static class Saving
{
    internal static async Task<SaveResult> SaveAsync(
        this Database database, AuditEntry audit, Func<DbConnection, DbTransaction, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    await write(connection, transaction);
                    await AuditTrail.AppendAsync(connection, transaction, database, audit);
                    return SaveResult.Saved;
                },
                cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return SaveResult.Raced;
        }
    }
}
