using System.Globalization;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;

namespace OnCall.Channels.Twilio;

/// <summary>The provider's replies in our words. Its own are never passed on: they quote the number.</summary>
/// <param name="channel">How the trail calls the channel: <c>SMS</c>, <c>Voice</c>.</param>
internal sealed class TwilioAnswers(string channel)
{
    /// <param name="taken">Reads what the provider answers when it takes the request.</param>
    internal DeliveryAnswer Of(ProviderReply reply, Func<TwilioMessage, DeliveryAnswer> taken) => reply switch
    {
        ProviderReply.Answered { IsSuccess: true } answered => taken(TwilioMessage.Read(answered.Body)),
        ProviderReply.Answered refused => Refused(refused, TwilioMessage.Read(refused.Body).ErrorCode),
        ProviderReply.NotSent { Why: var why } => Silent(DeliveryStatus.FailedForNow, why),
        ProviderReply.Unknown { Why: var why } => Silent(DeliveryStatus.Indeterminate, why),
        _ => throw new InvalidOperationException($"No such reply: {reply.GetType().Name}"),
    };

    internal string Detail(TwilioError error, int? code, int? http = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"{channel}: {error.Words} ({(code is { } c ? $"Twilio {c}" : http is { } s ? $"HTTP {s}" : "no code")})");

    private DeliveryAnswer Refused(ProviderReply.Answered refused, int? code)
    {
        var error = TwilioErrors.OfRequest(refused.Status, code);
        return new DeliveryAnswer(error.Status, null, Detail(error, code, (int)refused.Status))
        {
            ProviderFault = error.ProviderFault,
            RetryAfter = refused.RetryAfter,
            OptedOut = error.OptedOut,
        };
    }

    private DeliveryAnswer Silent(DeliveryStatus status, string why) => new(status, null, $"{channel}: {why}") { ProviderFault = true };
}
