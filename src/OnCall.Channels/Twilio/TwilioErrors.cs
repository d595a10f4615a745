using System.Net;

namespace OnCall.Channels.Twilio;

/// <summary>The provider's errors by code (twilio.com/docs/api/errors) and, where it gives none that we know, by HTTP status. docs/channels.md has the table.</summary>
internal static class TwilioErrors
{
    /// <summary>What a refused request means.</summary>
    internal static TwilioError OfRequest(HttpStatusCode status, int? code) => (int)status switch
    {
        429 => TwilioError.Ours("too many requests"),
        >= 500 => TwilioError.Ours("the provider is out of order"),
        _ when code is { } known && OfCode(known) is { } meaning => meaning,
        // These concern the account or the address of the API, not the person's number.
        401 or 403 => TwilioError.Ours("the provider refuses our account"),
        404 or 405 or 408 => TwilioError.Ours("the provider does not know the request"),
        >= 400 => TwilioError.ForGood("refused"),
        _ => TwilioError.Ours("unexpected answer"),
    };

    /// <summary>What a message that was accepted first came to; unknown codes may pass on another try.</summary>
    internal static TwilioError OfMessage(string status, int? code) =>
        code is { } known && OfCode(known) is { } meaning ? meaning : TwilioError.ForNow(status);

    private static TwilioError? OfCode(int code) => OfAccount(code) ?? OfNumber(code) ?? OfCarrier(code);

    private static TwilioError? OfAccount(int code) => code switch
    {
        20003 => TwilioError.Ours("the provider refuses our account"),
        30002 => TwilioError.Ours("our account is suspended"),
        10004 or 14107 or 20429 or 30001 or 30022 => TwilioError.Ours("too many requests"),
        21611 => TwilioError.Ours("the sender's queue is full"),
        21205 or 21603 or 21609 => TwilioError.Ours("our settings do not make a valid request"),
        21210 or 21212 or 21213 or 21606 or 21659 or 21703 => TwilioError.Ours("our sender number is not accepted"),
        _ => null,
    };

    private static TwilioError? OfNumber(int code) => code switch
    {
        21211 or 21217 => TwilioError.ForGood("not a valid number"),
        21614 or 21635 => TwilioError.ForGood("not a mobile number"),
        21214 or 21612 => TwilioError.ForGood("this number cannot be reached from our sender"),
        21215 or 21408 => TwilioError.ForGood("this region is not enabled"),
        21216 => TwilioError.ForGood("the provider calls no such number"),
        21219 or 21608 => TwilioError.ForGood("a trial account reaches only numbers proven to it"),
        21610 => TwilioError.ForGood("the recipient opted out") with { OptedOut = true },
        _ => null,
    };

    private static TwilioError? OfCarrier(int code) => code switch
    {
        30003 => TwilioError.ForNow("the device is off or out of reach"),
        30004 or 30007 => TwilioError.ForNow("blocked by the carrier"),
        30005 => TwilioError.ForGood("unknown number"),
        30006 => TwilioError.ForGood("a landline or an unreachable carrier"),
        30008 => TwilioError.ForNow("the carrier gave no reason"),
        30036 => TwilioError.ForNow("not passed on in time"),
        _ => null,
    };
}
