using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Paging;
using OnCall.Application.Telemetry;

namespace OnCall.Application.Notifications;

/// <summary>Takes what a provider reports later. A receipt is never an acknowledgement; a failure marks the page, and the sweep that this wakes moves on. One about a notice finds its delivery.</summary>
public sealed class RecordReceipt(INotificationStore outbox, INoticeOutbox notices, IClock clock, IWorkSignal signal, OnCallMeter meter)
{
    /// <summary>Answers false when the receipt is about nothing of ours.</summary>
    public async Task<bool> RunAsync(DeliveryReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (await outbox.FindAsync(receipt, cancellationToken) is not { } sent)
        {
            return await notices.RecordReceiptAsync(receipt, clock.GetCurrentInstant(), cancellationToken);
        }

        if (await outbox.RecordReceiptAsync(sent, receipt, clock.GetCurrentInstant(), cancellationToken))
        {
            signal.PageChanged(sent.Page);
            meter.Reported(sent.Kind, receipt.Status);
        }

        return true;
    }
}
