using System.Globalization;
using Microsoft.AspNetCore.Http;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Twilio;

/// <summary>The webhooks of this server that the provider calls.</summary>
public static class TwilioPaths
{
    /// <summary>Receipts of messages sent.</summary>
    public const string Status = "/webhooks/twilio/status";

    /// <summary>Replies by SMS.</summary>
    public const string Sms = "/webhooks/twilio/sms";

    /// <summary>What an answered call says, and the keys pressed in it.</summary>
    public const string Voice = "/webhooks/twilio/voice";

    private const string NotificationField = "notification";
    private const string AttemptField = "attempt";

    /// <summary>
    /// Where receipts of one attempt come back. Our own id goes with it, since a receipt may come before the answer to the call that sent the
    /// message, when nothing yet is known by the provider's id.
    /// </summary>
    public static string StatusOf(NotificationId notification, int attempt) => Of(Status, notification, attempt);

    /// <summary>Where one call asks what to say, and posts the keys pressed.</summary>
    public static string VoiceOf(NotificationId notification, int attempt) => Of(Voice, notification, attempt);

    /// <summary>The notification that an address was made for; null when it names none.</summary>
    internal static NotificationId? NotificationOf(IQueryCollection query) =>
        Guid.TryParse(query[NotificationField].ToString(), out var id) ? new NotificationId(id) : null;

    /// <summary>The attempt that an address was made for; null when it names none.</summary>
    internal static int? AttemptOf(IQueryCollection query) => Number(query[AttemptField].ToString());

    internal static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Of(string path, NotificationId notification, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?{NotificationField}={notification.Value:D}&{AttemptField}={attempt}");
}
