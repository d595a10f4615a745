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
    /// Which of them may still go out: the claim is this node's and has not ended, the page still wants an answer, and the person is still
    /// asked. The others are to be withdrawn.
    /// </summary>
    Task<IReadOnlySet<NotificationId>> StillWantedAsync(
        IReadOnlyList<ClaimedNotification> notifications, string node, Instant now, CancellationToken cancellationToken);

    /// <summary>Takes back one that is not wanted any more. Answers false where its claim had gone to another node.</summary>
    Task<bool> WithdrawAsync(ClaimedNotification notification, string node, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// Writes an attempt's answer to the outbox and to the page's trail. A failure brings the person's next contact method forward, and
    /// marks the page so that the next sweep sees to it, whatever becomes of this process. A dead address is removed from its owner, one that
    /// opted out no longer counts, and whoever has none left that counts is flagged.
    /// Answers false when the claim had gone to another node, whose answer counts.
    /// </summary>
    Task<bool> RecordAsync(NotificationResult result, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what came of several attempts that went well, those of a node in one transaction or not at all. It waits for others only a moment.
    /// Answers, in their order, which are written; the others are to be written by <see cref="RecordAsync"/>, each by itself.
    /// </summary>
    Task<IReadOnlyList<bool>> RecordAllAsync(IReadOnlyList<NotificationResult> results, CancellationToken cancellationToken);

    /// <summary>Finds what a provider's receipt is about: by our own id where it has it, else by the provider's. Null when it is not ours.</summary>
    Task<SentNotification?> FindAsync(DeliveryReceipt receipt, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a later receipt. It never takes back what a better one said: delivered stays delivered, failed stays failed. A failure brings
    /// the person's next contact method forward. Answers false when it says nothing new.
    /// </summary>
    Task<bool> RecordReceiptAsync(SentNotification notification, DeliveryReceipt receipt, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// The people of these pages whose every verified contact method has failed in its latest attempt, with none still to be tried.
    /// The inbox counts only where it was open. Only pages with a failure that nobody has seen to yet are looked at.
    /// </summary>
    Task<IReadOnlyList<(PageId Page, PersonId Person)>> FailedPeopleAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken);

    /// <summary>What pages have asked by this address that are not closed, or were closed after that instant.</summary>
    Task<IReadOnlyList<SentNotification>> AskedByAddressAsync(
        ContactMethodKind kind, string address, Instant closedAfter, CancellationToken cancellationToken);

    /// <summary>When the next notification of each of these kinds and of each urgency is due, or the next claim ends. Either may lie in the past.</summary>
    Task<IReadOnlyList<NextDue>> NextDueAsync(IReadOnlyCollection<ContactMethodKind> kinds, CancellationToken cancellationToken);

    /// <summary>When the next notification is due, or the next claim ends; null when the outbox is empty.</summary>
    Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken);
}
