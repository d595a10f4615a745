using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>What a provider reports later about a message: by webhook or by polling.</summary>
public sealed record DeliveryReceipt(ContactMethodKind Kind, string ProviderId, DeliveryStatus Status, string Detail);
