using System.Globalization;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Sms;

/// <summary>The webhooks of this server that the provider calls.</summary>
public static class TwilioPaths
{
    /// <summary>Receipts of messages sent.</summary>
    public const string Status = "/webhooks/twilio/status";

    /// <summary>Replies by SMS.</summary>
    public const string Sms = "/webhooks/twilio/sms";

    internal const string NotificationField = "notification";
    internal const string AttemptField = "attempt";

    /// <summary>
    /// Where receipts of one attempt come back. Our own id goes with it, since a receipt may come before the answer to the call that sent the
    /// message, when nothing yet is known by the provider's id.
    /// </summary>
    public static string StatusOf(NotificationId notification, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Status}?{NotificationField}={notification.Value:D}&{AttemptField}={attempt}");
}
