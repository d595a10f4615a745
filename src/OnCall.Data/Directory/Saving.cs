using System.Data.Common;
using Dapper;
using OnCall.Application.Directory;
using OnCall.Data.Audit;
using OnCall.Domain.Audit;

namespace OnCall.Data.Directory;

/// <summary>How the directory writes: the change and its audit entry in one transaction, a taken key told as a race.</summary>
internal static class Saving
{
    /// <summary>A change that its own condition may refuse, and, where it does not, its entry.</summary>
    /// <param name="sql">Changes no row where somebody else was first.</param>
    /// <returns>False when it changed nothing: then nothing is written.</returns>
    internal static Task<bool> ChangeAsync(this Database database, string sql, object values, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(sql, values, transaction) == 0)
            {
                return false;
            }

            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    internal static Task<SaveResult> SaveAsync(
        this Database database, AuditEntry audit, Func<DbConnection, DbTransaction, Task> write, CancellationToken cancellationToken) => database.SaveAsync(
        audit,
        async (connection, transaction) =>
        {
            await write(connection, transaction);
            return SaveResult.Saved;
        },
        cancellationToken);

    /// <param name="write">Where it answers that it was raced, nothing of it is written.</param>
    internal static async Task<SaveResult> SaveAsync(
        this Database database, AuditEntry audit, Func<DbConnection, DbTransaction, Task<SaveResult>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteUnlessAsync(
                result => result == SaveResult.Raced,
                async (connection, transaction) =>
                {
                    if (await write(connection, transaction) == SaveResult.Raced)
                    {
                        return SaveResult.Raced;
                    }

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
