using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notices;

/// <summary>The outbox of notices, apart from that of pages: due, claimed and sent, at least once.</summary>
public interface INoticeOutbox
{
    /// <summary>The kinds by which something is due, or whose claim has ended without an answer.</summary>
    Task<IReadOnlyList<ContactMethodKind>> DueKindsAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Claims the one of a kind that has been due longest; null when none is.</summary>
    Task<ClaimedDelivery?> ClaimAsync(ContactMethodKind kind, string node, Instant now, Instant until, CancellationToken cancellationToken);

    /// <summary>
    /// Whether it may still go out: the claim is this node's and has not ended, the notice was not withdrawn and still helps, and its person is
    /// active. Otherwise the delivery ends.
    /// </summary>
    Task<bool> StillWantedAsync(ClaimedDelivery delivery, string node, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what came of an attempt. One that failed for good, or of which nobody knows, brings the next contact methods forward; where none is
    /// left the notice is untold. False when the claim had gone to another node.
    /// </summary>
    Task<bool> RecordAsync(ClaimedDelivery delivery, string node, DeliveryAnswer answer, Instant now, Instant? retryAt, CancellationToken cancellationToken);

    /// <summary>Takes what a provider reports later, as <see cref="RecordAsync"/> does. False when it is about no notice.</summary>
    Task<bool> RecordReceiptAsync(DeliveryReceipt receipt, Instant now, CancellationToken cancellationToken);
}
