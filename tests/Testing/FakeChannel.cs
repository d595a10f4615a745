using System.Collections.Concurrent;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Testing;

/// <summary>A channel that remembers what it was given and answers as it is told: by default that the provider has it.</summary>
public sealed class FakeChannel(ContactMethodKind kind) : IChannel
{
    private readonly ConcurrentQueue<OutgoingNotification> _sent = new();
    private int _ids;

    public ContactMethodKind Kind => kind;

    public bool IsConfigured { get; set; } = true;

    /// <summary>In the order in which the calls began.</summary>
    public IReadOnlyList<OutgoingNotification> Sent => [.. _sent];

    /// <summary>Whether the message leaves at once, before the answer is thought of. Otherwise the answer asks whether it may leave.</summary>
    public bool LeavesAtOnce { get; set; } = true;

    /// <summary>What it answers next; called once for each call.</summary>
    public Func<OutgoingNotification, CancellationToken, Task<DeliveryAnswer>>? Answer { get; set; }

    public Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        _sent.Enqueue(notification);
        if (LeavesAtOnce && !notification.MayLeave())
        {
            return Task.FromResult(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "No time was left."));
        }

        return Answer is { } answer
            ? answer(notification, cancellationToken)
            : Task.FromResult(new DeliveryAnswer(DeliveryStatus.Accepted, $"{kind}{Interlocked.Increment(ref _ids)}", "Accepted."));
    }

    /// <summary>From now on every call is answered so.</summary>
    public void Always(DeliveryStatus status, bool addressIsDead = false) =>
        Answer = (_, _) => Task.FromResult(new DeliveryAnswer(status, null, $"{status}.", addressIsDead));
}
