using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>Reads the calls that were placed.</summary>
public interface IPlacedCalls
{
    /// <summary>The call that this notification asked for, once it has been tried; null when there is none.</summary>
    Task<PlacedCall?> FindAsync(NotificationId notification, CancellationToken cancellationToken);
}
