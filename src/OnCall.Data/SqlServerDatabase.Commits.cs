using System.Data.Common;
using Microsoft.Data.SqlClient;
using OnCall.Data.SqlServer;

namespace OnCall.Data;

/// <content>One write, and what became of a commit that was not answered.</content>
public partial class SqlServerDatabase
{
    // Whether the write stands is asked when its own connection is closed, and holds nothing that the question would wait for.
    private async Task<T> WriteOnceAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var mark = Guid.CreateVersion7();
        var (result, broken) = await CommittedAsync(write, mark, cancellationToken);
        return broken is null || await StandsAsync(mark) ? result : throw new DatabaseAwayException($"The database broke off the commit and undid it: {broken.Message}", broken);
    }

    private async Task<(T Result, Exception? Broken)> CommittedAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, Guid mark, CancellationToken cancellationToken)
    {
        var (result, isSent) = (default(T)!, false);
        var connection = await OpenAsync(cancellationToken);
        DbTransaction? transaction = null;
        try
        {
            result = await WholeAsync(
                connection,
                async () =>
                {
                    transaction = await connection.BeginTransactionAsync(cancellationToken);
                    var written = await write(connection, transaction);
                    await SqlServerWriteMarks.PutAsync(connection, transaction, mark);
                    return written;
                },
                cancellationToken);

            // Past this point the caller's going away must not leave the outcome unknown.
            isSent = true;
            await transaction!.CommitAsync(CancellationToken.None);
            return (result, null);
        }
        catch (Exception error) when (isSent)
        {
            // Whatever it is called: a session that is ended in its commit may be told by an error of no number, and stands or not.
            return (result, error);
        }
        finally
        {
            await EndAsync(transaction);
            await CloseAsync(connection);
        }
    }

    private async Task<bool> StandsAsync(Guid mark)
    {
        try
        {
            return await ReadForAsync(_patience * PatientlyAsked, connection => SqlServerWriteMarks.StandsAsync(connection, mark), CancellationToken.None);
        }
        catch (Exception away)
        {
            throw new OutcomeUnknownException("The database broke off in the moment of the commit and has not answered since.", away);
        }
    }

    private static bool IsTimeOut(Exception error) => error is SqlException { Number: TransientErrors.TimeOut };
}
