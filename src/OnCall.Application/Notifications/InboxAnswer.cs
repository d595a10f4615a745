namespace OnCall.Application.Notifications;

/// <summary>
/// What OnCall's own inbox answers. A page is in it from the moment it is written, since the inbox reads it from the database; what is left
/// to say is whether a screen shows it now or the person must open one.
/// </summary>
public static class InboxAnswer
{
    public static DeliveryAnswer Of(bool isOpen) => isOpen
        ? new DeliveryAnswer(DeliveryStatus.Delivered, null, "In-app: shown on an open screen")
        : new DeliveryAnswer(DeliveryStatus.Accepted, null, "In-app: in the inbox, no screen open");
}
