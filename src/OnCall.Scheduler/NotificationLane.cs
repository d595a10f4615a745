using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Sends the notifications of one kind, so many at once. A slow provider holds up only its own lane, and code pages have places of
/// their own in it, so that no queue of other messages delays them.
/// </summary>
public sealed partial class NotificationLane(
    ContactMethodKind kind, SendNotifications sender, WorkSignal signal, IClock clock, TimeProvider time, ILogger logger)
{
    private const int Places = 32;
    private const int CodePlaces = 16;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMilliseconds(250);

    private readonly Wakeup _work = signal.Join();
    private int _busy;

    /// <summary>Runs until it is told to stop; calls on the wire are then waited for.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var onTheWire = new List<Task>();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                onTheWire.RemoveAll(t => t.IsCompleted);
                await _work.WaitAsync(await ClaimAsync(onTheWire, stopping), time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop.
        }
        finally
        {
            signal.Leave(_work);
            await Task.WhenAll(onTheWire);
        }
    }

    /// <summary>Claims as many as there are free places. Answers when to look again; null when a ring will tell.</summary>
    private async Task<TimeSpan?> ClaimAsync(List<Task> onTheWire, CancellationToken stopping)
    {
        try
        {
            while (Free() is (var atLeast, > 0 and var free))
            {
                // A look costs no write, and most looks find nothing.
                if (await sender.NextDueAsync(kind, atLeast, stopping) is not { } due)
                {
                    return null;
                }

                if (due - clock.GetCurrentInstant() is var wait && wait > Duration.Zero)
                {
                    // Rounded up: a timer that rings too early would find nothing yet.
                    return TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
                }

                var claimed = await sender.ClaimAsync(kind, atLeast, free, stopping);
                if (claimed.Count == 0)
                {
                    // Another node was quicker, or is just at it.
                    return AfterTrouble;
                }

                foreach (var notification in claimed)
                {
                    Interlocked.Increment(ref _busy);
                    onTheWire.Add(SendAsync(notification));
                }
            }

            // Every place is taken: whichever is free first rings.
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogClaimFailed(kind, error);
            return AfterTrouble;
        }
    }

    private (Urgency AtLeast, int Free) Free() => Volatile.Read(ref _busy) switch
    {
        < Places and var busy => (Urgency.Routine, Places - busy),
        var busy => (Urgency.Code, Places + CodePlaces - busy),
    };

    private async Task SendAsync(ClaimedNotification notification)
    {
        // Off the lane's own thread: an adapter that blocks must not stop the next claim.
        await Task.Yield();
        try
        {
            await sender.SendAsync(notification, CancellationToken.None);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // What came of it is not written: when the claim ends it goes out again, as a visible repeat.
            LogSendFailed(notification.Id, error);
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
            _work.Ring();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} lane could not claim; it tries again")]
    private partial void LogClaimFailed(ContactMethodKind kind, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What came of notification {Id} could not be written; it is sent again when its claim ends")]
    private partial void LogSendFailed(NotificationId id, Exception error);
}
