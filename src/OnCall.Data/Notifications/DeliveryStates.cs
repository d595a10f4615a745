using OnCall.Application.Notifications;

namespace OnCall.Data.Notifications;

/// <summary>What a delivery status is called in the row of its notification.</summary>
internal static class DeliveryStates
{
    public static string StateOf(DeliveryStatus status, bool retry) => status switch
    {
        DeliveryStatus.Accepted => "Accepted",
        DeliveryStatus.Delivered => "Delivered",
        DeliveryStatus.FailedForNow => retry ? "Pending" : "Failed",
        DeliveryStatus.FailedForGood => "Failed",
        DeliveryStatus.Indeterminate => "Indeterminate",
    };
}
