using System.Collections.Concurrent;
using System.Data.Common;

namespace OnCall.Data;

/// <summary>
/// Runs writes one after the other. Those that wait together share a transaction, with a savepoint each: one flush to the disk serves them all.
/// Nobody is answered before the commit.
/// </summary>
internal sealed class SqliteWrites(Func<CancellationToken, Task<DbConnection>> open, Func<DbConnection, ValueTask> close, Action? atEnd = null) : IDisposable
{
    private const int MostTogether = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const string Savepoint = "one";

    // Waiting in turn here costs microseconds, where SQLite's own busy handler would sleep for tens of milliseconds.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<IPendingWrite> _waiting = new();
    private volatile bool _closed;

    public async Task<T> RunAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite<T>(write, cancellationToken);
        _waiting.Enqueue(pending);
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            // Another may have done it on the way. One drain may not come as far as this one, where many have queued without their turn yet.
            while (!pending.Answer.IsCompleted)
            {
                await DrainAsync();
            }
        }
        finally
        {
            _turn.Release();
        }

        return await pending.Answer;
    }

    /// <summary>Does something while nobody writes.</summary>
    public async Task AloneAsync(Func<Task> work)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Waits for whoever writes, then lets nobody write any more and runs what was given for the end. Where a write takes too long, nothing is done:
    /// a connection must not be closed under it.
    /// </summary>
    public void Dispose()
    {
        // Not let go of: whoever still waits is to get a turn, and to be told.
        if (_turn.Wait(Patience))
        {
            _closed = true;
            atEnd?.Invoke();
            _turn.Release();
        }
    }

    private async Task DrainAsync()
    {
        var group = new List<IPendingWrite>(MostTogether);
        while (group.Count < MostTogether && _waiting.TryDequeue(out var next))
        {
            group.Add(next);
        }

        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            var connection = await open(CancellationToken.None);
            try
            {
                await CommitAsync(connection, group);
            }
            finally
            {
                await close(connection);
            }

            group.ForEach(w => w.Committed());
        }
        catch (Exception error)
        {
            // Nothing of the group is in the database, and each is told so: whatever went wrong, nobody waits for ever.
            group.ForEach(w => w.Failed(error));
        }
    }

    private static async Task CommitAsync(DbConnection connection, List<IPendingWrite> group)
    {
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        if (group is [var alone])
        {
            if (!await alone.TryAsync(connection, transaction))
            {
                return;
            }
        }
        else
        {
            foreach (var write in group)
            {
                await transaction.SaveAsync(Savepoint);
                if (!await write.TryAsync(connection, transaction))
                {
                    await transaction.RollbackAsync(Savepoint);
                }

                await transaction.ReleaseAsync(Savepoint);
            }
        }

        await transaction.CommitAsync(CancellationToken.None);
    }
}
