using OnCall.Application.Notifications;

namespace OnCall.Channels.Twilio;

/// <summary>What one of the provider's errors means for a notification.</summary>
/// <param name="Words">Ours: the provider's own quote the number.</param>
/// <param name="ProviderFault">It concerns the account, our sender or the provider itself rather than the person's number.</param>
internal sealed record TwilioError(DeliveryStatus Status, string Words, bool ProviderFault = false, bool OptedOut = false)
{
    internal static TwilioError ForNow(string words) => new(DeliveryStatus.FailedForNow, words);

    internal static TwilioError ForGood(string words) => new(DeliveryStatus.FailedForGood, words);

    internal static TwilioError Ours(string words) => new(DeliveryStatus.FailedForNow, words, ProviderFault: true);
}
