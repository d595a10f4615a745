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
        var (result, isAnswered) = await CommittedAsync(write, mark, cancellationToken);
        return isAnswered || await StandsAsync(mark) ? result : throw new DatabaseAwayException("The database broke off the commit and undid it.");
    }

    private async Task<(T Result, bool IsAnswered)> CommittedAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, Guid mark, CancellationToken cancellationToken)
    {
        var (result, isSent) = (default(T)!, false);
        var connection = await OpenAsync(cancellationToken);
        DbTransaction? transaction = null;
        try
        {
            result = await WholeAsync(connection, async () =>
            {
                transaction = await connection.BeginTransactionAsync(cancellationToken);
                var written = await write(connection, transaction);
                await SqlServerWriteMarks.PutAsync(connection, transaction, mark);
                return written;
            });

            // Past this point the caller's going away must not leave the outcome unknown.
            isSent = true;
            await transaction!.CommitAsync(CancellationToken.None);
            return (result, true);
        }
        catch (Exception error) when (isSent && IsUnanswered(error))
        {
            return (result, false);
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

    // What the server rolled back it says by an error that does not pass.
    private static bool IsUnanswered(Exception error) => error is not SqlException known || TransientErrors.Is(known) || IsTimeOut(known);

    private static bool IsTimeOut(Exception error) => error is SqlException { Number: TransientErrors.TimeOut };
}
