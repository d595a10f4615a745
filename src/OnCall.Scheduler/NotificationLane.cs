using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Sends the notifications of one kind, so many at once and no more in a second than the provider takes. A slow provider holds up only its own
/// lane, and code pages have places of their own in it, so that no queue of other messages delays them.
/// </summary>
public sealed partial class NotificationLane(
    ContactMethodKind kind, ProviderLimits limits, SendNotifications sender, WorkSignal signal, IClock clock, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMilliseconds(250);
    private static readonly Urgency[] Levels = [Urgency.Routine, Urgency.CriticalResult, Urgency.Code];

    private readonly Wakeup _work = signal.Join();
    private readonly RateWindow _rate = new(limits.PerSecond, time);
    private int _busy;

    /// <summary>How long it leaves the database alone after a look into it.</summary>
    public TimeSpan Rest { get; init; } = Wakeup.UsualRest;

    /// <summary>Runs until it is told to stop; calls on the wire are then waited for.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var onTheWire = new List<Task>();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await TurnAsync(onTheWire, stopping);
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

    // Nothing but the stop ends a lane: whatever went wrong, what is due is looked for again.
    private async Task TurnAsync(List<Task> onTheWire, CancellationToken stopping)
    {
        try
        {
            onTheWire.RemoveAll(t => t.IsCompleted);
            var wait = await ClaimAsync(onTheWire, stopping);
            var looked = time.GetTimestamp();
            await _work.WaitAsync(wait, time, stopping);
            await Wakeup.RestAsync(Rest, looked, time, stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            LogClaimFailed(kind, error);
            await _work.WaitAsync(AfterTrouble, time, stopping);
        }
    }

    /// <summary>Claims as many as there is room for. Answers when to look again; null when a ring will tell.</summary>
    private async Task<TimeSpan?> ClaimAsync(List<Task> onTheWire, CancellationToken stopping)
    {
        var more = false;
        while (Room() is (var atLeast, > 0 and var room))
        {
            // A look costs no write, and most looks find nothing.
            if (!more && await WaitForDueAsync(atLeast, stopping) is var (wait, nothingDue) && nothingDue)
            {
                return wait;
            }

            var claimed = await sender.ClaimAsync(kind, atLeast, room, stopping);
            if (claimed.Count == 0)
            {
                // Another node was quicker, or is just at it.
                return more ? TimeSpan.Zero : AfterTrouble;
            }

            var bundles = SendNotifications.Bundles(claimed).ToList();
            _rate.Claim(bundles.Count);
            foreach (var together in bundles)
            {
                Interlocked.Increment(ref _busy);
                onTheWire.Add(SendAsync(together));
            }

            more = claimed.Count == room;
        }

        // Every place is taken, and whichever is free first rings; or the second is full.
        return HasPlace ? _rate.Wait(Urgency.Code) : null;
    }

    private bool HasPlace => Volatile.Read(ref _busy) < limits.Concurrent;

    private async Task<(TimeSpan? Wait, bool NothingDue)> WaitForDueAsync(Urgency atLeast, CancellationToken stopping)
    {
        // Where only what is more urgent has room, the rest waits for its own.
        TimeSpan? room = atLeast > Urgency.Routine && HasPlace ? _rate.Wait(Urgency.Routine) : null;
        if (await sender.NextDueAsync(kind, atLeast, stopping) is not { } due)
        {
            return (room, true);
        }

        // Rounded up: a timer that rings too early would find nothing yet.
        var wait = due - clock.GetCurrentInstant();
        var rounded = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        return (room < rounded ? room : rounded, wait > Duration.Zero);
    }

    /// <summary>The least urgent that has room, and how much.</summary>
    private (Urgency AtLeast, int Room) Room()
    {
        var busy = Volatile.Read(ref _busy);
        foreach (var level in Levels)
        {
            var places = (level == Urgency.Code ? limits.Concurrent + ((limits.Concurrent + 1) / 2) : limits.Concurrent) - busy;
            if (Math.Min(places, _rate.Free(level)) is > 0 and var room)
            {
                return (level, room);
            }
        }

        return (Urgency.Code, 0);
    }

    private async Task SendAsync(IReadOnlyList<ClaimedNotification> together)
    {
        // Off the lane's own thread: an adapter that blocks must not stop the next claim.
        await Task.Yield();
        var hasLeft = false;
        try
        {
            await sender.SendAsync(together, Leaving, CancellationToken.None);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // What came of it is not written: when the claim ends it goes out again, as a visible repeat.
            LogSendFailed(together[0].Id, error);
        }
        finally
        {
            if (!hasLeft)
            {
                _rate.Drop();
            }

            Interlocked.Decrement(ref _busy);
            _work.Ring();
        }

        void Leaving()
        {
            hasLeft = true;
            _rate.Leave();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} lane could not claim; it tries again")]
    private partial void LogClaimFailed(ContactMethodKind kind, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What came of notification {Id} could not be written; it is sent again when its claim ends")]
    private partial void LogSendFailed(NotificationId id, Exception error);
}
