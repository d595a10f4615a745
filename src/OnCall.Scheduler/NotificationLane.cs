using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Sends the notifications of one kind, so many at once. A slow provider holds up only its own lane, and code pages have places of
/// their own in it, so that no queue of other messages delays them.
/// </summary>
public sealed partial class NotificationLane(ContactMethodKind kind, SendNotifications sender, WorkSignal signal, TimeProvider time, ILogger logger)
{
    private const int Places = 16;
    private const int CodePlaces = 8;

    // The alarm clock wakes the lane; this only bounds what a lost wake-up could cost.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    private int _busy;

    /// <summary>Runs until it is told to stop; calls on the wire are then waited for.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var work = signal.Join();
        var onTheWire = new List<Task>();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                onTheWire.RemoveAll(t => t.IsCompleted);
                if (!await ClaimAsync(onTheWire, stopping))
                {
                    await WaitAsync(work, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop.
        }
        finally
        {
            signal.Leave(work);
            await Task.WhenAll(onTheWire);
        }
    }

    /// <summary>Claims as many as there are free places. Answers whether there may be more.</summary>
    private async Task<bool> ClaimAsync(List<Task> onTheWire, CancellationToken stopping)
    {
        var busy = Volatile.Read(ref _busy);
        var (atLeast, free) = busy < Places ? (Urgency.Routine, Places - busy) : (Urgency.Code, Places + CodePlaces - busy);
        if (free <= 0)
        {
            return false;
        }

        try
        {
            var claimed = await sender.ClaimAsync(kind, atLeast, free, stopping);
            foreach (var notification in claimed)
            {
                Interlocked.Increment(ref _busy);
                onTheWire.Add(SendAsync(notification));
            }

            return claimed.Count == free && busy < Places;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogClaimFailed(kind, error);
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, stopping);
            return true;
        }
    }

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
            signal.Wake();
        }
    }

    private async Task WaitAsync(ChannelReader<bool> work, CancellationToken stopping)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, stopping);
        try
        {
            await work.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nobody woke it: look anyway.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} lane could not claim; it tries again")]
    private partial void LogClaimFailed(ContactMethodKind kind, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What came of notification {Id} could not be written; it is sent again when its claim ends")]
    private partial void LogSendFailed(NotificationId id, Exception error);
}
