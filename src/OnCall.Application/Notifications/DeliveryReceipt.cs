using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>What a provider reports later about a message: by webhook or by polling.</summary>
/// <param name="Notification">Our own id, where the provider hands it back: a report may come before the answer to the call itself.</param>
/// <param name="Attempt">Which attempt it is about; null when the provider does not hand it back.</param>
public sealed record DeliveryReceipt(
    ContactMethodKind Kind, string ProviderId, DeliveryStatus Status, string Detail, NotificationId? Notification = null, int? Attempt = null)
{
    /// <summary>As <see cref="DeliveryAnswer.OptedOut"/>, where the provider finds it out only later.</summary>
    public bool OptedOut { get; init; }
}
