using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Application.Notifications;

/// <summary>Takes what a provider reports later. A receipt is never an acknowledgement; a failure moves on at once.</summary>
public sealed class RecordReceipt(INotificationStore outbox, FailedPerson failures, IClock clock, IWorkSignal signal)
{
    /// <summary>Answers false when the receipt is about nothing of ours.</summary>
    public async Task<bool> RunAsync(DeliveryReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (await outbox.FindByProviderIdAsync(receipt.Kind, receipt.ProviderId, cancellationToken) is not { } sent)
        {
            return false;
        }

        if (!await outbox.RecordReceiptAsync(sent, receipt, clock.GetCurrentInstant(), cancellationToken))
        {
            return true;
        }

        if (receipt.Status is DeliveryStatus.FailedForGood or DeliveryStatus.FailedForNow && sent.Asks)
        {
            await failures.ConsiderAsync(sent.Page, sent.Person, cancellationToken);
        }

        signal.PageChanged(sent.Page);
        return true;
    }
}
