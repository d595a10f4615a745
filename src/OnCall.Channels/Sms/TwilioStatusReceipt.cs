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
    public static DeliveryReceipt? Read(IFormCollection form)
    {
        var sid = form["MessageSid"] is { Count: > 0 } named ? named.ToString() : form["SmsSid"].ToString();
        var status = form["MessageStatus"] is { Count: > 0 } said ? said.ToString() : form["SmsStatus"].ToString();
        return sid.Length == 0 ? null : status switch
        {
            "sent" => Receipt(sid, DeliveryStatus.Accepted, "SMS: the carrier has it"),
            "delivered" or "read" => Receipt(sid, DeliveryStatus.Delivered, "SMS: delivered"),
            "failed" or "undelivered" or "canceled" when TwilioErrors.OfMessage(status, Code(form)) is var (what, detail) => Receipt(sid, what, detail),
            _ => null,
        };
    }

    private static DeliveryReceipt Receipt(string sid, DeliveryStatus status, string detail) =>
        new(ContactMethodKind.Sms, sid, status, detail);

    private static int? Code(IFormCollection form) =>
        int.TryParse(form["ErrorCode"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
