namespace OnCall.Application;

/// <summary>Runs what others may hold up beside what they do not, a few at a time.</summary>
internal sealed class Alone : IDisposable
{
    // Far fewer than a pool has connections.
    private const int Most = 16;

    private readonly SemaphoreSlim _places = new(Most);

    /// <summary>Waits for a place, and runs it.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        await _places.WaitAsync(CancellationToken.None);
        try
        {
            return await work();
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
