using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>The outbox: notifications, due, claimed and sent.</summary>
public interface INotificationStore
{
    /// <summary>
    /// Claims due notifications of one kind, most urgent and then longest due first, also those whose claim has ended without an answer:
    /// they go out again as a visible repeat.
    /// </summary>
    /// <param name="atLeast">Only of this urgency or above.</param>
    Task<IReadOnlyList<ClaimedNotification>> ClaimDueAsync(
        ContactMethodKind kind, Urgency atLeast, string node, Instant now, Instant until, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Whether it may still go out: the claim is this node's and has not ended, the page still wants an answer, and the person is still asked.
    /// Where not, it is withdrawn.
    /// </summary>
    Task<bool> IsStillWantedAsync(ClaimedNotification notification, string node, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// Writes an attempt's answer to the outbox and to the page's trail. A failure brings the person's next contact method forward.
    /// Answers false when the claim had gone to another node, whose answer counts.
    /// </summary>
    Task<bool> RecordAsync(NotificationResult result, CancellationToken cancellationToken);

    /// <summary>Finds what a provider's receipt is about; null when it is not ours.</summary>
    Task<SentNotification?> FindByProviderIdAsync(ContactMethodKind kind, string providerId, CancellationToken cancellationToken);

    /// <summary>Writes a later receipt. A failure brings the person's next contact method forward. Answers false when it says nothing new.</summary>
    Task<bool> RecordReceiptAsync(SentNotification notification, DeliveryReceipt receipt, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// True when every verified contact method by which the page asked this person has failed in its latest attempt, and none is still to be tried.
    /// The inbox counts only where it was open.
    /// </summary>
    Task<bool> HasFailedAsync(PageId page, PersonId person, CancellationToken cancellationToken);

    /// <summary>What open pages have asked by this address.</summary>
    Task<IReadOnlyList<SentNotification>> AskedByAddressAsync(ContactMethodKind kind, string address, CancellationToken cancellationToken);

    /// <summary>When the next notification is due, or the next claim ends; null when the outbox is empty.</summary>
    Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken);

    /// <summary>The provider says that the address is dead: the contact method is no longer verified.</summary>
    Task UnverifyAsync(ContactMethodId method, string address, CancellationToken cancellationToken);
}
