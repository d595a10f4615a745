using System.Runtime.CompilerServices;
using OnCall.Api.Composition;

namespace OnCall.Api.Streams;

/// <summary>
/// Streams end as soon as the node is told to stop. Otherwise each that is open holds up the stop by the host's whole patience, 30 s, and
/// those who watch hear of no other node all the while.
/// </summary>
internal sealed class UntilTheNodeStops(Leaving leaving)
{
    /// <param name="events">What the stream tells.</param>
    /// <param name="cancellationToken">Ends when the one who watches goes.</param>
    internal async IAsyncEnumerable<T> FollowAsync<T>(IAsyncEnumerable<T> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var end = leaving.StreamsEnd;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end, cancellationToken);
        await using var told = events.GetAsyncEnumerator(either.Token);
        while (await NextAsync(told, end))
        {
            yield return told.Current;
        }
    }

    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> told, CancellationToken end)
    {
        try
        {
            return await told.MoveNextAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return false;
        }
    }
}
