using System.Globalization;
using System.Net;
using OnCall.Application.Notifications;

namespace OnCall.Channels.Sms;

/// <summary>
/// What the provider's error codes mean for a notification (twilio.com/docs/api/errors).
/// The provider's own words are never passed on: they quote the number.
/// </summary>
internal static class TwilioErrors
{
    /// <summary>The answer to a refused request.</summary>
    internal static DeliveryAnswer OfRequest(HttpStatusCode status, int? code)
    {
        var (what, words) = (int)status switch
        {
            429 => (DeliveryStatus.FailedForNow, "too many requests"),
            >= 500 => (DeliveryStatus.FailedForNow, "the provider is out of order"),
            _ when code is { } known && Known(known) is { } meaning => meaning,
            // These concern the account or the address of the API, not the person's number.
            401 or 403 => (DeliveryStatus.FailedForNow, "the provider refuses our account"),
            404 or 405 or 408 => (DeliveryStatus.FailedForNow, "the provider does not know the request"),
            >= 400 => (DeliveryStatus.FailedForGood, "refused"),
            _ => (DeliveryStatus.FailedForNow, "unexpected answer"),
        };
        return new DeliveryAnswer(what, null, Detail(words, code, (int)status));
    }

    /// <summary>What a message that was accepted first came to; unknown codes may pass on another try.</summary>
    internal static (DeliveryStatus Status, string Detail) OfMessage(string status, int? code)
    {
        var (what, words) = code is { } known && Known(known) is { } meaning ? meaning : (DeliveryStatus.FailedForNow, status);
        return (what, Detail(words, code, null));
    }

    private static (DeliveryStatus, string)? Known(int code) => code switch
    {
        20003 => (DeliveryStatus.FailedForNow, "the provider refuses our account"),
        20429 or 14107 or 30001 or 30022 => (DeliveryStatus.FailedForNow, "too many requests"),
        21211 => (DeliveryStatus.FailedForGood, "not a valid number"),
        21603 or 21609 => (DeliveryStatus.FailedForNow, "our settings do not make a valid message"),
        21212 or 21606 or 21659 or 21703 => (DeliveryStatus.FailedForNow, "our sender number is not accepted"),
        21408 => (DeliveryStatus.FailedForGood, "this region is not enabled"),
        21610 => (DeliveryStatus.FailedForGood, "the recipient opted out"),
        21612 => (DeliveryStatus.FailedForGood, "this number cannot be reached from our sender"),
        21614 => (DeliveryStatus.FailedForGood, "not a mobile number"),
        21611 => (DeliveryStatus.FailedForNow, "the sender's queue is full"),
        30002 => (DeliveryStatus.FailedForNow, "our account is suspended"),
        30003 => (DeliveryStatus.FailedForNow, "the device is off or out of reach"),
        30004 or 30007 => (DeliveryStatus.FailedForNow, "blocked by the carrier"),
        30005 => (DeliveryStatus.FailedForGood, "unknown number"),
        30006 => (DeliveryStatus.FailedForGood, "a landline or an unreachable carrier"),
        30008 => (DeliveryStatus.FailedForNow, "the carrier gave no reason"),
        30036 => (DeliveryStatus.FailedForNow, "not passed on in time"),
        _ => null,
    };

    private static string Detail(string words, int? code, int? status) => string.Create(
        CultureInfo.InvariantCulture,
        $"SMS: {words} ({(code is { } c ? $"Twilio {c}" : status is { } s ? $"HTTP {s}" : "no code")})");
}
