using System.Runtime.CompilerServices;

namespace OnCall.Api.Streams;

/// <summary>
/// Streams end as soon as the node is told to stop. Otherwise each that is open holds up the stop by the host's whole patience, 30 s, and
/// those who watch hear of no other node all the while.
/// </summary>
internal sealed class UntilTheNodeStops(IHostApplicationLifetime lifetime)
{
    /// <param name="events">What the stream tells.</param>
    /// <param name="cancellationToken">Ends when the one who watches goes.</param>
    internal async IAsyncEnumerable<T> FollowAsync<T>(IAsyncEnumerable<T> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, cancellationToken);
        await using var told = events.GetAsyncEnumerator(either.Token);
        while (await NextAsync(told))
        {
            yield return told.Current;
        }
    }

    private async Task<bool> NextAsync<T>(IAsyncEnumerator<T> told)
    {
        try
        {
            return await told.MoveNextAsync();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
