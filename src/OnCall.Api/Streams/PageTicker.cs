using System.Runtime.CompilerServices;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Streams;

/// <summary>Tells a stream which pages have changed.</summary>
internal sealed class PageTicker(IPageChanges pages, TimeProvider time)
{
    // Shorter than the idle limit of usual proxies; an empty list is a sign of life.
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Changed pages, each once a batch; an empty batch where nothing has changed for a while. The first batch comes at once and is empty:
    /// whatever is read after it misses no change.
    /// </summary>
    /// <param name="also">What else ends a wait, asked before each; its batch may be empty.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<IReadOnlyCollection<PageId>> FollowAsync(Func<Task>? also, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = pages.Watch();
        try
        {
            yield return [];
            while (!cancellationToken.IsCancellationRequested)
            {
                var changed = new HashSet<PageId>();
                if (await WaitAsync(changes.WaitToReadAsync(cancellationToken).AsTask(), also?.Invoke()))
                {
                    while (changes.TryRead(out var page))
                    {
                        changed.Add(page);
                    }
                }

                yield return changed;
            }
        }
        finally
        {
            pages.Unwatch(changes);
        }
    }

    private async Task<bool> WaitAsync(Task<bool> change, Task? also)
    {
        try
        {
            await Task.WhenAny(change, also ?? change).WaitAsync(Alive, time);
            return change.IsCompleted && await change;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
