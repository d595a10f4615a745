using System.Collections.Concurrent;
using System.Diagnostics;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Bench.Engine;

/// <summary>A provider without latency that notes when each message reached it, and refuses what goes beyond its limit in any second.</summary>
internal sealed class SinkChannel(ContactMethodKind kind, int? perSecond = null) : IChannel
{
    private readonly Queue<long> _lastSecond = new();

    public ConcurrentQueue<(string Reference, string Address, long At)> Arrived { get; } = new();

    public ContactMethodKind Kind => kind;

    public bool IsConfigured => true;

    public ProviderLimits Limits => new(64, perSecond);

    /// <summary>How many were refused.</summary>
    public int Refused { get; private set; }

    public Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        if (!Takes())
        {
            return Task.FromResult(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "429") { ProviderFault = true });
        }

        Arrived.Enqueue((((ExternalText)notification.Text).Reference.ToString(), notification.Address, Stopwatch.GetTimestamp()));
        return Task.FromResult(new DeliveryAnswer(DeliveryStatus.Accepted, notification.Id.ToString(), "accepted"));
    }

    private bool Takes()
    {
        lock (_lastSecond)
        {
            while (_lastSecond.TryPeek(out var first) && Stopwatch.GetElapsedTime(first) >= TimeSpan.FromSeconds(1))
            {
                _lastSecond.Dequeue();
            }

            if (_lastSecond.Count >= perSecond)
            {
                Refused++;
                return false;
            }

            if (perSecond is not null)
            {
                _lastSecond.Enqueue(Stopwatch.GetTimestamp());
            }

            return true;
        }
    }
}
