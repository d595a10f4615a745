using Microsoft.Extensions.Logging;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging.Links;

/// <summary>Links in text messages and mails that ask one person to take a page.</summary>
/// <param name="baseAddress">Where this house is reached, without a slash at its end.</param>
public sealed partial class LinkWriter(string baseAddress, LinkSecret secret, ILogger<LinkWriter> logger) : ILinkWriter
{
    public async Task<string?> OfAsync(ClaimedNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification is not
            {
                Person: { } person, Kind: ContactMethodKind.Sms or ContactMethodKind.Mail, Text.Purpose: NotificationPurpose.Page or NotificationPurpose.Repeat,
            })
        {
            return null;
        }

        try
        {
            return $"{baseAddress}/a/{AcknowledgeToken.Of(await secret.ReadAsync(cancellationToken), notification.Id, notification.Page, person)}";
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogWithout(notification.Id, error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id} goes without its link: what signs it could not be read")]
    private partial void LogWithout(NotificationId id, Exception error);
}
