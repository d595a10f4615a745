using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Api.Streams;

/// <summary>The dispatchers' board, live. Its events have numbers: whoever names the last one is told what came after it, and nothing else.</summary>
internal sealed class BoardStream(
    ReadBoard board, ReadPage read, ReadAlarms alarms, StandingAlarms standing, PageTicker ticker, BoardChanges since, OpenInboxes open, IClock clock)
{
    // A board says that it is not live within 10 s of the last sign of life.
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    /// <summary>The open pages that the caller may see, or those that changed after <paramref name="last"/>; then each that changes. Only for those who watch a board.</summary>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(
        LiveCaller follower, Caller caller, string? last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = caller.Person is { } person ? open.Open(person) : null;
        // Asked for before the alarms are read: one that comes in between is not missed.
        var change = standing.NextChange;
        IReadOnlyList<AlarmView>? told = null;
        await foreach (var batch in ticker.FollowAsync(() => change, Alive, cancellationToken))
        {
            if (await follower.NowAsync(cancellationToken) is not { } watcher || !ReadBoard.IsFor(watcher))
            {
                yield break;
            }

            var changed = told is null ? await since.SinceAsync(last, cancellationToken) : batch.Missed ? null : batch.Pages;
            if (changed is null)
            {
                yield return new SseItem<object>(await SnapshotAsync(watcher, cancellationToken), "snapshot") { ReconnectionInterval = AskAgain };
            }

            change = standing.NextChange;
            if (await alarms.StandingAsync(cancellationToken) is var now && (told is null || !now.SequenceEqual(told)))
            {
                told = now;
                yield return new SseItem<object>(BoardAlarms.Of(told), "alarms");
            }

            foreach (var page in changed ?? [])
            {
                if (await SeenAsync(watcher, page, cancellationToken) is { } seen)
                {
                    yield return new SseItem<object>(seen, "page");
                }
            }

            // Only behind all that it stands for: a stream that breaks before it tells them again.
            yield return Sign(batch.Position);
        }
    }

    private SseItem<object> Sign(long position) => new(new BoardAlive(clock.GetCurrentInstant()), "alive")
    {
        EventId = position > 0 ? position.ToString(CultureInfo.InvariantCulture) : null,
        ReconnectionInterval = AskAgain,
    };

    private async Task<PageView?> SeenAsync(Caller watcher, PageId page, CancellationToken cancellationToken) =>
        await read.RunAsync(watcher, page, cancellationToken) is { Ok: true } seen && seen.Value.Role.Code != Role.SelfTestCode ? seen.Value : null;

    // Not the newest pages but the most urgent: an old code must not fall off the board.
    private async Task<PageList> SnapshotAsync(Caller watcher, CancellationToken cancellationToken) =>
        new PageList([.. (await board.RunAsync(watcher, BoardFilter.All, cancellationToken)).Value!.Lines.Select(line => line.Page)], null);
}
