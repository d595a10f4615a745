using System.Collections.Concurrent;
using System.Diagnostics;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Bench.Engine;

/// <summary>A provider without latency that notes when each message reached it.</summary>
internal sealed class SinkChannel(ContactMethodKind kind) : IChannel
{
    public ConcurrentQueue<(string Reference, string Address, long At)> Arrived { get; } = new();

    public ContactMethodKind Kind => kind;

    public bool IsConfigured => true;

    public Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        Arrived.Enqueue((notification.Text.Reference.ToString(), notification.Address, Stopwatch.GetTimestamp()));
        return Task.FromResult(new DeliveryAnswer(DeliveryStatus.Accepted, notification.Id.ToString(), "accepted"));
    }
}
