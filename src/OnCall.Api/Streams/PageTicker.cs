using System.Runtime.CompilerServices;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Streams;

/// <summary>Tells a stream which pages have changed.</summary>
internal sealed class PageTicker(IPageChanges pages, TimeProvider time)
{
    /// <summary>Shorter than the idle limit of usual proxies; an empty batch is a sign of life.</summary>
    internal static readonly TimeSpan Alive = TimeSpan.FromSeconds(15);

    // What a watcher holds before it loses the oldest.
    private const int MostHeld = 1000;

    /// <summary>
    /// Changed pages, each once a batch; an empty batch where nothing has changed for a while. The first batch comes at once and is empty:
    /// whatever is read after it misses no change.
    /// </summary>
    /// <param name="also">What else ends a wait, asked before each; its batch may be empty.</param>
    /// <param name="alive">How long a batch is waited for at the most.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<PageBatch> FollowAsync(Func<Task>? also, TimeSpan alive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = pages.Watch();
        try
        {
            yield return new PageBatch([], pages.Position, false);
            while (!cancellationToken.IsCancellationRequested)
            {
                await WaitAsync(changes.WaitToReadAsync(cancellationToken).AsTask(), also?.Invoke(), alive);

                // Before the changes are taken: what is shown in between may come twice, and is never left out.
                var position = pages.Position;
                var changed = new HashSet<PageId>();
                var taken = 0;
                while (changes.TryRead(out var page))
                {
                    changed.Add(page);
                    taken++;
                }

                yield return new PageBatch(changed, position, taken >= MostHeld);
            }
        }
        finally
        {
            pages.Unwatch(changes);
        }
    }

    private async Task WaitAsync(Task<bool> change, Task? also, TimeSpan alive)
    {
        try
        {
            await (await Task.WhenAny(change, also ?? change).WaitAsync(alive, time));
        }
        catch (TimeoutException)
        {
            // Nothing has changed: time for a sign of life.
        }
    }
}
