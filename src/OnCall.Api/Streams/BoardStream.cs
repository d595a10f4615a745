using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using OnCall.Application;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Api.Streams;

/// <summary>The dispatchers' board, live.</summary>
internal sealed class BoardStream(ReadBoard board, ReadPage read, ReadAlarms alarms, StandingAlarms standing, PageTicker ticker, OpenInboxes open)
{
    /// <summary>The open pages that the caller may see, then each that changes; only for those who watch a board.</summary>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(LiveCaller follower, Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = caller.Person is { } person ? open.Open(person) : null;
        // Asked for before the alarms are read: one that comes in between is not missed.
        var change = standing.NextChange;
        IReadOnlyList<AlarmView>? told = null;
        await foreach (var changed in ticker.FollowAsync(() => change, cancellationToken))
        {
            if (await follower.NowAsync(cancellationToken) is not { } watcher || !ReadBoard.IsFor(watcher))
            {
                yield break;
            }

            if (told is null)
            {
                yield return new SseItem<object>(await SnapshotAsync(watcher, cancellationToken), "snapshot");
            }

            change = standing.NextChange;
            if (await alarms.StandingAsync(cancellationToken) is var now && (told is null || !now.SequenceEqual(told)))
            {
                told = now;
                yield return new SseItem<object>(BoardAlarms.Of(told), "alarms");
            }
            else if (changed.Count == 0)
            {
                yield return new SseItem<object>(new { }, "alive");
            }

            foreach (var page in changed)
            {
                if (await read.RunAsync(watcher, page, cancellationToken) is { Ok: true } seen && seen.Value.Role.Code != Role.SelfTestCode)
                {
                    yield return new SseItem<object>(seen.Value, "page");
                }
            }
        }
    }

    // Not the newest pages but the most urgent: an old code must not fall off the board.
    private async Task<PageList> SnapshotAsync(Caller watcher, CancellationToken cancellationToken) =>
        new PageList([.. (await board.RunAsync(watcher, cancellationToken)).Value!.Lines.Select(line => line.Page)], null);
}
