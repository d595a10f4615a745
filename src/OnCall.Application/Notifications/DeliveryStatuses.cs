namespace OnCall.Application.Notifications;

/// <summary>What a status means for whoever waits.</summary>
public static class DeliveryStatuses
{
    /// <summary>The next contact method, or the next people, are to be asked. What nobody knows counts as failed.</summary>
    public static bool Failed(this DeliveryStatus status) => status is not (DeliveryStatus.Accepted or DeliveryStatus.Delivered);
}
