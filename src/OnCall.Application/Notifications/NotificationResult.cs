using NodaTime;

namespace OnCall.Application.Notifications;

/// <summary>What is written about one attempt.</summary>
/// <param name="RetryAt">When it is tried again; null when it is not.</param>
public sealed record NotificationResult(ClaimedNotification Notification, string Node, DeliveryAnswer Answer, Instant Now, Instant? RetryAt);
