using System.Data.Common;
using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Data;

/// <content>Writes that do not wait for others as long as it takes.</content>
public abstract partial class Database
{
    /// <summary>
    /// Runs a write of what was decided a moment ago. Where a try of the write failed by an error that passes, or its transaction begins or ends too late,
    /// nothing is written and <paramref name="instead"/> is answered: whoever decided decides again.
    /// </summary>
    internal async Task<T> WriteDecidedAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> write, Func<NotWritten, T> instead, Freshness fresh, IClock clock, CancellationToken cancellationToken)
    {
        var isTried = false;
        try
        {
            return await WriteAsync(
                async (connection, transaction) =>
                {
                    MustBe(clock.GetCurrentInstant() <= fresh.Begin, NotWritten.Late);
                    MustBe(!isTried, NotWritten.Failed);
                    isTried = true;
                    await LimitWaitsAsync(connection, transaction);
                    var result = await UnblockedAsync(() => write(connection, transaction));
                    MustBe(clock.GetCurrentInstant() <= fresh.End, NotWritten.Late);
                    return result;
                },
                cancellationToken);
        }
        catch (NotWrittenException error)
        {
            if (error.Why == NotWritten.Failed)
            {
                await RestAsync(cancellationToken);
            }

            return instead(error.Why);
        }

        static void MustBe(bool isSo, NotWritten why)
        {
            if (!isSo)
            {
                throw new NotWrittenException(why);
            }
        }
    }

    /// <summary>Runs a write whose every try waits for others only a moment.</summary>
    internal Task<T> WriteBrieflyAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken) => WriteAsync(
        async (connection, transaction) =>
        {
            await LimitWaitsAsync(connection, transaction);
            return await write(connection, transaction);
        },
        cancellationToken);

    /// <summary>The same, once.</summary>
    /// <exception cref="NotWrittenException">Another transaction held something that it needs, and nothing is written.</exception>
    internal Task<T> WriteUnblockedAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        WriteBrieflyAsync((connection, transaction) => UnblockedAsync(() => write(connection, transaction)), cancellationToken);

    private async Task<T> UnblockedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException error) when (IsBlocked(error))
        {
            throw new NotWrittenException(NotWritten.Blocked);
        }
    }

    /// <summary>Lets a database that fails have a rest before what was decided is decided anew.</summary>
    protected virtual Task RestAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True when the error says that another transaction held a row for longer than <see cref="LimitWaitsAsync"/> allows.</summary>
    protected virtual bool IsBlocked(DbException error) => false;

    /// <summary>Makes the statements of this transaction wait for what others hold no longer than a moment.</summary>
    protected virtual Task LimitWaitsAsync(DbConnection connection, DbTransaction transaction) => Task.CompletedTask;
}
