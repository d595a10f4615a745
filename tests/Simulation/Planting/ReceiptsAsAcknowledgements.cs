using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Escalation;
using OnCall.Simulation.Tests.Nodes;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>The fifth classic: what the device says is taken for what a human says.</summary>
internal static class ReceiptsAsAcknowledgements
{
    public static async Task MaybeAsync(Classic planted, Node node, DeliveryReceipt receipt)
    {
        if (planted == Classic.ReceiptTakenAsAcknowledgement && receipt.Status == DeliveryStatus.Delivered
            && await node.Get<INotificationStore>().FindAsync(receipt, CancellationToken.None) is { Asks: true, Person: { } person } sent)
        {
            var by = new Answerer(person, sent.PersonName ?? "");
            _ = await node.Get<PageMoves>().MakeAsync(
                "receipt", sent.Page, "page.acknowledge", (escalation, situation, now) => ReplyRules.Acknowledge(escalation, by, null, "delivered", situation, now), CancellationToken.None);
        }
    }
}
