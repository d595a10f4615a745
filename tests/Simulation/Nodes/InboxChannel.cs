using OnCall.Application.Notifications;
using OnCall.Channels.InApp;
using OnCall.Domain.Notifications;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>A node's own inbox, with whatever goes through it noted.</summary>
internal sealed class InboxChannel(Node node, Sight sight, Action<Call> reached) : IChannel
{
    private readonly InAppChannel _inbox = new(node.Inboxes);

    public ContactMethodKind Kind => ContactMethodKind.InApp;

    public bool IsConfigured => true;

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        var call = new Call(node.Process.Loop.Now, node.Process.Name, Kind, notification);
        sight.Calls.Add(call);
        await node.Process.Yield();
        var answer = await _inbox.SendAsync(notification, cancellationToken);
        (call.Answer, call.AnsweredAt) = (answer.Status, node.Process.Loop.Now);
        if (answer.Status == DeliveryStatus.Delivered)
        {
            call.ReachedAt = call.AnsweredAt;
        }

        reached(call);
        return answer;
    }
}
