using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Mail;

/// <summary>A notification as a mail.</summary>
internal static class MailMessages
{
    /// <summary>The subject is the line of a pager: role, urgency, reference, callback. Nobody reads what is replied, and the text says so.</summary>
    public static MailMessage Of(OutgoingNotification notification, string from)
    {
        var text = notification.Text;
        var message = new MailMessage(from, notification.Address)
        {
            Subject = text.ToPagerLine(),
            SubjectEncoding = Encoding.UTF8,
            Body = BodyOf(text, notification.Others, notification.Link),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
            Priority = text.Rings ? MailPriority.High : MailPriority.Normal,
        };

        // A mailbox may drop a second mail with the same id, and a repeat must not be dropped.
        message.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{notification.Id.Value:N}.{notification.Attempt}@{from[(from.LastIndexOf('@') + 1)..]}>"));

        // RFC 3834, section 5, and Exchange's own word for the same: absence notes are not sent back.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    private static string BodyOf(OutgoingText text, int others, string? link)
    {
        var more = others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\r\n\r\nAnd {others} more in OnCall.");
        var how = text is ExternalText { Purpose: NotificationPurpose.Page or NotificationPurpose.Repeat }
            ? $"Take it or pass it on in OnCall. A reply to this mail reaches nobody.{(link is null ? "" : "\r\n\r\nTake it here: " + link)}"
            : "A reply to this mail reaches nobody.";
        return $"{(text is ExternalText ? text.ToPagerLine() : text.ToLine())}{more}\r\n\r\n{how}\r\n";
    }
}
