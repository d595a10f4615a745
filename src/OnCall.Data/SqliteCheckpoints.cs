using System.Data.Common;

namespace OnCall.Data;

/// <summary>
/// Moves what was committed from the write-ahead log into the file. The bulk of it goes beside the writers, who do not wait; only what came
/// meanwhile is moved while nobody writes, so that the log can begin anew (https://sqlite.org/wal.html, sections 2.3 and 6).
/// </summary>
internal sealed class SqliteCheckpoints(
    string file, SqliteWrites writes, Func<CancellationToken, Task<DbConnection>> open, Func<DbConnection, ValueTask> close) : IDisposable
{
    private const long LargeLog = 16 * 1024 * 1024;
    private const long OverlongLog = 2 * LargeLog;
    private const int LookEvery = 16;

    private readonly string _log = file + "-wal";
    private int _commits;
    private volatile Task _running = Task.CompletedTask;
    private volatile Task _awaited = Task.CompletedTask;

    /// <summary>
    /// Called after each commit. What it answers is to be waited for before the next write: it has ended, unless writers are so quick that the
    /// log grows faster than it is moved.
    /// </summary>
    public Task Consider()
    {
        if (Interlocked.Increment(ref _commits) % LookEvery == 0 && new FileInfo(_log) is { Exists: true, Length: > LargeLog and var length })
        {
            _running = _running.IsCompleted ? Task.Run(RunAsync) : _running;
            _awaited = length > OverlongLog ? _running : _awaited;
        }

        return _awaited;
    }

    public void Dispose() => _running.Wait(TimeSpan.FromSeconds(10));

    private async Task RunAsync()
    {
        try
        {
            await MoveAsync();
            await writes.AloneAsync(MoveAsync);
        }
        catch (DbException)
        {
            // Busy, or the disk is full: the next commits try again, and SQLite's own limit stands behind.
        }
    }

    private async Task MoveAsync()
    {
        var connection = await open(CancellationToken.None);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(passive);";
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            await close(connection);
        }
    }
}
