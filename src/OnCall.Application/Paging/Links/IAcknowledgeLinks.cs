using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging.Links;

/// <summary>What is kept of links: the secret that signs them, and which device has used which.</summary>
public interface IAcknowledgeLinks
{
    /// <summary>The secret of this house; <paramref name="fresh"/> becomes it where there is none that can be read.</summary>
    Task<byte[]> SecretAsync(byte[] fresh, CancellationToken cancellationToken);

    /// <summary>Null when there is no such message.</summary>
    Task<LinkTarget?> FindAsync(NotificationId notification, CancellationToken cancellationToken);

    /// <summary>Binds the link to the first device that uses it, for good.</summary>
    /// <param name="device">A hash.</param>
    /// <returns>Whether it is this device's.</returns>
    Task<bool> UseAsync(LinkTarget target, string device, Instant now, CancellationToken cancellationToken);
}
