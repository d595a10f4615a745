using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>A node's adapter of one provider.</summary>
internal sealed class ProviderChannel(Provider provider, Node node) : IChannel
{
    public ContactMethodKind Kind => provider.Kind;

    public bool IsConfigured => true;

    public Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken) =>
        provider.TakeAsync(node.Process, notification, cancellationToken);
}
