using Microsoft.AspNetCore.Http;
using OnCall.Application.Notifications;
using OnCall.Channels.Sms;
using OnCall.Channels.Voice;

namespace OnCall.Channels.Twilio;

/// <summary>Reads the provider's status callbacks.</summary>
public static class TwilioStatusReceipt
{
    /// <summary>The receipt that a callback carries; null when it tells nothing new or is not one.</summary>
    /// <param name="form">The callback's own fields.</param>
    /// <param name="query">What <see cref="TwilioPaths.StatusOf"/> put into its address.</param>
    public static DeliveryReceipt? Read(IFormCollection form, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(query);
        return (OfCall(form) ?? OfMessage(form)) is { } receipt
            ? receipt with { Notification = TwilioPaths.NotificationOf(query), Attempt = TwilioPaths.AttemptOf(query) }
            : null;
    }

    private static DeliveryReceipt? OfCall(IFormCollection form) =>
        First(form, "CallSid") is { } sid ? CallStatus.Receipt(sid, First(form, "CallStatus"), First(form, "AnsweredBy"), announcesOnly: false) : null;

    private static DeliveryReceipt? OfMessage(IFormCollection form) =>
        First(form, "MessageSid", "SmsSid") is { } sid
            ? MessageStatus.Receipt(sid, First(form, "MessageStatus", "SmsStatus"), TwilioPaths.Number(form["ErrorCode"].ToString()))
            : null;

    private static string? First(IFormCollection form, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (form[name].ToString() is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }
}
