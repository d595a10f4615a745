using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notices;

/// <summary>A notice's way by one contact method.</summary>
/// <param name="Id">Sent to the provider as a notification's id is, so that its receipts name it.</param>
public sealed record NewDelivery(NotificationId Id, PlannedDelivery Planned);
