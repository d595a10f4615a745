using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>What a provider accepted and has said no last word of.</summary>
public sealed record UnfinishedDelivery(NotificationId Id, ContactMethodKind Kind, string ProviderId, int Attempt);
