using System.Diagnostics.CodeAnalysis;

namespace OnCall.Application;

/// <summary>Runs what others may hold up beside what they do not, a few at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore makes no wait handle, and is given back by work that may outlive this.")]
internal sealed class Alone
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
}
