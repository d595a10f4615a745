namespace OnCall.Application.Notifications;

/// <summary>A provider's answer to one attempt.</summary>
/// <param name="ProviderId">The provider's own id of the message, by which its receipts name it; null when it gave none.</param>
/// <param name="Detail">For the page's trail: what the provider said, without addresses, texts or secrets.</param>
/// <param name="AddressIsDead">The provider says that this address is gone for good (FCM UNREGISTERED): the method is no longer verified.</param>
public sealed record DeliveryAnswer(DeliveryStatus Status, string? ProviderId, string Detail, bool AddressIsDead = false);
