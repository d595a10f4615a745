using System.Globalization;
using Microsoft.AspNetCore.Http;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Sms;

/// <summary>Reads the provider's status callbacks.</summary>
public static class TwilioStatusReceipt
{
    /// <summary>
    /// The receipt that a callback carries; null when it tells nothing new (<c>queued</c>, <c>sending</c>) or is not one.
    /// <c>sent</c> means that a carrier has it, which is no more than accepted.
    /// </summary>
    /// <param name="form">The callback's own fields.</param>
    /// <param name="query">What <see cref="TwilioPaths.StatusOf"/> put into its address.</param>
    public static DeliveryReceipt? Read(IFormCollection form, IQueryCollection query)
    {
        var sid = form["MessageSid"] is { Count: > 0 } named ? named.ToString() : form["SmsSid"].ToString();
        var status = form["MessageStatus"] is { Count: > 0 } said ? said.ToString() : form["SmsStatus"].ToString();
        var receipt = sid.Length == 0 ? null : status switch
        {
            "sent" => Receipt(sid, DeliveryStatus.Accepted, "SMS: the carrier has it"),
            "delivered" or "read" => Receipt(sid, DeliveryStatus.Delivered, "SMS: delivered"),
            "failed" or "undelivered" or "canceled" when TwilioErrors.OfMessage(status, Code(form)) is var (what, detail) => Receipt(sid, what, detail),
            _ => null,
        };
        return receipt is null ? null : receipt with { Notification = Notification(query), Attempt = Number(query[TwilioPaths.AttemptField].ToString()) };
    }

    private static NotificationId? Notification(IQueryCollection query) =>
        Guid.TryParse(query[TwilioPaths.NotificationField].ToString(), out var id) ? new NotificationId(id) : null;

    private static DeliveryReceipt Receipt(string sid, DeliveryStatus status, string detail) =>
        new(ContactMethodKind.Sms, sid, status, detail);

    private static int? Code(IFormCollection form) => Number(form["ErrorCode"].ToString());

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
