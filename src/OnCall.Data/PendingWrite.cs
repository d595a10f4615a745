using System.Data.Common;

namespace OnCall.Data;

/// <summary>One write and its answer, which is given only when the commit has been made.</summary>
internal sealed class PendingWrite<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken) : IPendingWrite
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _error;
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public async Task<bool> TryAsync(DbConnection connection, DbTransaction transaction)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            _result = await write(connection, transaction);
            return true;
        }
        catch (Exception error)
        {
            _error = error;
            return false;
        }
    }

    public void Committed()
    {
        if (_error is null)
        {
            _answer.TrySetResult(_result!);
        }
        else
        {
            Failed(_error);
        }
    }

    public void Failed(Exception error)
    {
        switch (_error ?? error)
        {
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                _answer.TrySetCanceled(cancellationToken);
                break;
            case var known:
                _answer.TrySetException(known);
                break;
        }
    }
}
