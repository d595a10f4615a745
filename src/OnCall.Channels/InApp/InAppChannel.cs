using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.InApp;

/// <summary>
/// OnCall's own inbox. The page is already there when this is called, since the inbox reads it from the database;
/// the answer says whether a screen shows it now or the person must open one.
/// </summary>
public sealed class InAppChannel(IOpenInboxes inboxes) : IChannel
{
    public ContactMethodKind Kind => ContactMethodKind.InApp;

    public bool IsConfigured => true;

    // Nothing leaves the building: many at once cost little, and write what came of them together.
    public ProviderLimits Limits => new(256, null);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken) =>
        !notification.MayLeave() ? new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "In-app: the time to send this is over")
            : await IsOpenAsync(notification.Address, cancellationToken) ? new DeliveryAnswer(DeliveryStatus.Delivered, null, "In-app: shown on an open screen")
            : new DeliveryAnswer(DeliveryStatus.Accepted, null, "In-app: in the inbox, no screen open");

    // An in-app address is the person's id in its plain ("D") form.
    private async Task<bool> IsOpenAsync(string address, CancellationToken cancellationToken) =>
        Guid.TryParse(address, out var id) && (await inboxes.OpenAsync([new PersonId(id)], cancellationToken)).Count > 0;
}
