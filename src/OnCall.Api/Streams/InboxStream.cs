using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Api.Streams;

/// <summary>One person's inbox, live.</summary>
internal sealed class InboxStream(ReadInbox inbox, PageTicker ticker, OpenInboxes open)
{
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(LiveCaller follower, Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Open before the first line is out: from here on the owner is reachable in the app.
        using var lease = open.Open(caller.Person!.Value);
        var shown = false;
        await foreach (var changed in ticker.FollowAsync(null, PageTicker.Alive, cancellationToken))
        {
            if (await follower.NowAsync(cancellationToken) is not { } owner)
            {
                yield break;
            }

            if (shown && changed.Pages.Count == 0)
            {
                yield return new SseItem<object>(new { }, "alive");
            }
            else if (await inbox.RunAsync(owner, cancellationToken) is { Ok: true } now)
            {
                shown = true;
                yield return new SseItem<object>(now.Value, "snapshot");
            }
        }
    }
}
