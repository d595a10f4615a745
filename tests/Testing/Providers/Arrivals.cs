namespace OnCall.Testing.Providers;

/// <summary>What came in so far, and a way to wait for more without sleeping.</summary>
public sealed class Arrivals<T>
{
    private readonly Lock _lock = new();
    private readonly List<T> _all = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A copy, in the order of arrival.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public void Add(T item)
    {
        TaskCompletionSource more;
        lock (_lock)
        {
            _all.Add(item);
            (more, _more) = (_more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        more.SetResult();
    }

    /// <summary>Waits until at least <paramref name="count"/> fit, and answers those.</summary>
    public async Task<IReadOnlyList<T>> WaitAsync(int count, Func<T, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_all.Where(fits).ToList() is var found && found.Count >= count)
                {
                    return found;
                }

                more = _more.Task;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    public Task<IReadOnlyList<T>> WaitAsync(int count, CancellationToken cancellationToken) => WaitAsync(count, _ => true, cancellationToken);
}
