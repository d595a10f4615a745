using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Api.Streams;

/// <summary>The dispatchers' board, live.</summary>
internal sealed class BoardStream(ReadBoard board, ReadPage read, PageTicker ticker, OpenInboxes open)
{
    /// <summary>The open pages that the caller may see, then each that changes; only for those who watch a board.</summary>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(LiveCaller follower, Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = caller.Person is { } person ? open.Open(person) : null;
        var shown = false;
        await foreach (var changed in ticker.FollowAsync(cancellationToken))
        {
            if (await follower.NowAsync(cancellationToken) is not { } watcher || !ReadBoard.IsFor(watcher))
            {
                yield break;
            }

            if (!shown)
            {
                yield return new SseItem<object>(await SnapshotAsync(watcher, cancellationToken), "snapshot");
                shown = true;
            }
            else if (changed.Count == 0)
            {
                yield return new SseItem<object>(new { }, "alive");
            }

            foreach (var page in changed)
            {
                if (await read.RunAsync(watcher, page, cancellationToken) is { Ok: true } now)
                {
                    yield return new SseItem<object>(now.Value, "page");
                }
            }
        }
    }

    // Not the newest pages but the most urgent: an old code must not fall off the board.
    private async Task<PageList> SnapshotAsync(Caller watcher, CancellationToken cancellationToken) =>
        new PageList([.. (await board.RunAsync(watcher, cancellationToken)).Value!.Lines.Select(line => line.Page)], null);
}
