using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Planting;
using OnCall.Simulation.Tests.Seeing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Life;

/// <summary>The webhooks by which providers report later. Where no answer comes they try a few times more.</summary>
internal sealed class Reports(Front front, Chance chance, Sight sight, Classic planted)
{
    private const int MostTries = 4;

    public void Take(Call call, DeliveryReceipt receipt) => front.Outside.Start(() => ReportAsync(call, receipt));

    private async Task ReportAsync(Call call, DeliveryReceipt receipt)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var (known, _) = await front.AskAsync(async node =>
            {
                var found = await node.Get<RecordReceipt>().RunAsync(receipt, CancellationToken.None);
                await ReceiptsAsAcknowledgements.MaybeAsync(planted, node, receipt);
                return found ? "yes" : "no";
            });
            if (known is not null)
            {
                sight.Receipts.Add(new Receipt(call, receipt.Status, known == "yes" ? front.Outside.Loop.Now : null));
                return;
            }

            await front.Outside.Time.PassAsync(Duration.FromMilliseconds(chance.Between(500, 4_000)));
        }
    }
}
