using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Storing;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>
/// The second classic: a node remembers what it is sending, but holds nothing in the database, so that another node picks up the same.
/// </summary>
internal sealed class UnheldOutbox(INotificationStore inner, Storage storage) : INotificationStore
{
    private readonly HashSet<NotificationId> _sending = [];

    public async Task<IReadOnlyList<ClaimedNotification>> ClaimDueAsync(
        ContactMethodKind kind, Urgency atLeast, string node, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        var picked = await inner.ClaimDueAsync(kind, atLeast, node, now, until, most, cancellationToken);
        foreach (var one in picked)
        {
            storage.Patch($"update notification set state = 'Pending', claimed_by = null, claimed_until = null where notification_id = '{one.Id}'");
        }

        return [.. picked.Where(p => _sending.Add(p.Id))];
    }

    public Task<IReadOnlySet<NotificationId>> StillWantedAsync(
        IReadOnlyList<ClaimedNotification> notifications, string node, Instant now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<NotificationId>>(notifications.Select(n => n.Id).ToHashSet());

    public Task<bool> WithdrawAsync(ClaimedNotification notification, string node, Instant now, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> RecordAsync(NotificationResult result, CancellationToken cancellationToken)
    {
        Hold(result);
        return inner.RecordAsync(result, cancellationToken);
    }

    public Task<IReadOnlyList<bool>> RecordAllAsync(IReadOnlyList<NotificationResult> results, CancellationToken cancellationToken)
    {
        foreach (var result in results)
        {
            Hold(result);
        }

        return inner.RecordAllAsync(results, cancellationToken);
    }

    public Task<SentNotification?> FindAsync(DeliveryReceipt receipt, CancellationToken cancellationToken) => inner.FindAsync(receipt, cancellationToken);

    public Task<bool> RecordReceiptAsync(SentNotification notification, DeliveryReceipt receipt, Instant now, CancellationToken cancellationToken) =>
        inner.RecordReceiptAsync(notification, receipt, now, cancellationToken);

    public Task<IReadOnlyList<(PageId Page, PersonId Person)>> FailedPeopleAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) =>
        inner.FailedPeopleAsync(pages, cancellationToken);

    public Task<IReadOnlyList<SentNotification>> AskedByAddressAsync(ContactMethodKind kind, string address, Instant closedAfter, CancellationToken cancellationToken) =>
        inner.AskedByAddressAsync(kind, address, closedAfter, cancellationToken);

    public Task<IReadOnlyList<NextDue>> NextDueAsync(IReadOnlyCollection<ContactMethodKind> kinds, CancellationToken cancellationToken) => inner.NextDueAsync(kinds, cancellationToken);

    public Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken) => inner.EarliestDueAsync(cancellationToken);

    private void Hold(NotificationResult result)
    {
        var one = result.Notification;
        _sending.Remove(one.Id);
        storage.Patch($"update notification set state = 'Claimed', claimed_by = '{result.Node}', attempt = {one.Attempt} where notification_id = '{one.Id}' and state = 'Pending'");
    }
}
