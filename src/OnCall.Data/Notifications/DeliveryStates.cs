using OnCall.Application.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>What a delivery status is called in the row of its notification and on the page's trail.</summary>
internal static class DeliveryStates
{
    public static bool Failed(DeliveryStatus status) => status is not (DeliveryStatus.Accepted or DeliveryStatus.Delivered);

    public static PageEventKind EventOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Accepted => PageEventKind.Accepted,
        DeliveryStatus.Delivered => PageEventKind.Delivered,
        DeliveryStatus.FailedForNow or DeliveryStatus.FailedForGood => PageEventKind.Failed,
        DeliveryStatus.Indeterminate => PageEventKind.Indeterminate,
    };

    public static string StateOf(DeliveryStatus status, bool retry) => status switch
    {
        DeliveryStatus.Accepted => "Accepted",
        DeliveryStatus.Delivered => "Delivered",
        DeliveryStatus.FailedForNow => retry ? "Pending" : "Failed",
        DeliveryStatus.FailedForGood => "Failed",
        DeliveryStatus.Indeterminate => "Indeterminate",
    };
}
