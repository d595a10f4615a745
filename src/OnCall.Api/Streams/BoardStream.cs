using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Api.Streams;

/// <summary>The dispatchers' board, live.</summary>
internal sealed class BoardStream(ReadBoard board, ReadPage read, PageTicker ticker, OpenInboxes open)
{
    /// <summary>The open pages that the caller may see; only for those who watch a board.</summary>
    public async Task<Answer<PageList>> OpenAsync(Caller caller, CancellationToken cancellationToken)
    {
        // Not the newest pages but the most urgent: an old code must not fall off the board.
        var now = await board.RunAsync(caller, cancellationToken);
        return now.Ok ? new PageList([.. now.Value.Lines.Select(line => line.Page)], null) : now.Refusal;
    }

    public async IAsyncEnumerable<SseItem<object>> FollowAsync(LiveCaller follower, Caller caller, PageList first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = caller.Person is { } person ? open.Open(person) : null;
        yield return new SseItem<object>(first, "snapshot");
        await foreach (var changed in ticker.FollowAsync(cancellationToken))
        {
            if (await follower.NowAsync(cancellationToken) is not { } watcher || !ReadBoard.IsFor(watcher))
            {
                yield break;
            }

            if (changed.Count == 0)
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
}
