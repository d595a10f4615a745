using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.InApp;

/// <summary>
/// OnCall's own inbox, for what was not answered where it was written: the test page, which is to go the whole way.
/// </summary>
public sealed class InAppChannel(IOpenInboxes inboxes) : IChannel
{
    public ContactMethodKind Kind => ContactMethodKind.InApp;

    public bool IsConfigured => true;

    // Nothing leaves the building: many at once cost little, and write what came of them together.
    public ProviderLimits Limits => new(256, null);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken) =>
        !notification.MayLeave() ? new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "In-app: the time to send this is over")
            : InboxAnswer.Of(await IsOpenAsync(notification.Address, cancellationToken));

    // An in-app address is the person's id in its plain ("D") form.
    private async Task<bool> IsOpenAsync(string address, CancellationToken cancellationToken) =>
        Guid.TryParse(address, out var id) && (await inboxes.OpenAsync([new PersonId(id)], cancellationToken)).Count > 0;
}
