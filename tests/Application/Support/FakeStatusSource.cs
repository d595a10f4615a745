using System.Collections.Concurrent;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Tests.Support;

/// <summary>Remembers when it was asked, and says what it is told to.</summary>
internal sealed class FakeStatusSource : IStatusSource
{
    private readonly ConcurrentQueue<string> _asked = new();

    public ContactMethodKind Kind => ContactMethodKind.Sms;

    public bool IsPolled { get; set; } = true;

    /// <summary>What was asked for, in the order of asking.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public Func<string, CancellationToken, Task<DeliveryReceipt?>> Answer { get; set; } = (_, _) => Task.FromResult<DeliveryReceipt?>(null);

    public Task<DeliveryReceipt?> AskAsync(string providerId, CancellationToken cancellationToken)
    {
        _asked.Enqueue(providerId);
        return Answer(providerId, cancellationToken);
    }

    public void Says(DeliveryStatus status) =>
        Answer = (id, _) => Task.FromResult<DeliveryReceipt?>(new DeliveryReceipt(Kind, id, status, $"{status}, as it was asked."));
}
