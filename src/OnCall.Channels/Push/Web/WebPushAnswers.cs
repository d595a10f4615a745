using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;

namespace OnCall.Channels.Push.Web;

/// <summary>What a push service's answers mean for a notification (RFC 8030, sections 5 and 7.3; RFC 8292, section 4.2).</summary>
internal static class WebPushAnswers
{
    private static readonly Duration UsualWait = Duration.FromSeconds(60);

    internal static readonly DeliveryAnswer Gone = new(DeliveryStatus.FailedForGood, null, "Web push: the device was removed", AddressIsDead: true);

    internal static readonly DeliveryAnswer NotConfigured = new(DeliveryStatus.FailedForGood, null, "Web push: not configured");

    internal static readonly DeliveryAnswer KeyLost =
        new(DeliveryStatus.FailedForGood, null, "Web push: the key that this device registered under is lost, it has to be registered again");

    internal static readonly DeliveryAnswer NotAllowed = new(DeliveryStatus.FailedForGood, null, "Web push: the device's push service is not among those allowed");

    internal static readonly DeliveryAnswer Unusable = new(DeliveryStatus.FailedForGood, null, "Web push: the device's key cannot be used");

    internal static readonly DeliveryAnswer TooLong = new(DeliveryStatus.FailedForGood, null, "Web push: the message is too long");

    internal static DeliveryAnswer Of(ProviderReply reply) => reply switch
    {
        ProviderReply.Answered answered => Of(answered),
        ProviderReply.NotSent { Why: var why } => OfService(DeliveryStatus.FailedForNow, why),
        ProviderReply.Unknown { Why: var why } => OfService(DeliveryStatus.Indeterminate, why),
        var other => throw new InvalidOperationException($"No such reply: {other.GetType().Name}"),
    };

    private static DeliveryAnswer Of(ProviderReply.Answered answered) => (int)answered.Status switch
    {
        >= 200 and < 300 => new(DeliveryStatus.Accepted, null, "Web push: accepted"),
        404 or 410 => new(DeliveryStatus.FailedForGood, null, $"Web push: the subscription is gone ({Code(answered)})", AddressIsDead: true),
        400 => new(DeliveryStatus.FailedForGood, null, $"Web push: refused ({Code(answered)})"),
        413 => TooLong,
        401 or 403 => OfService(DeliveryStatus.FailedForNow, $"the push service refuses our key ({Code(answered)})", answered.RetryAfter),
        429 => OfService(DeliveryStatus.FailedForNow, $"too many requests ({Code(answered)})", answered.RetryAfter ?? UsualWait),
        >= 500 => OfService(DeliveryStatus.FailedForNow, $"the push service is out of order ({Code(answered)})", answered.RetryAfter),
        _ => OfService(DeliveryStatus.FailedForNow, $"unexpected answer ({Code(answered)})", answered.RetryAfter),
    };

    private static string Code(ProviderReply.Answered answered) => $"HTTP {(int)answered.Status}";

    private static DeliveryAnswer OfService(DeliveryStatus status, string words, Duration? retryAfter = null) =>
        new(status, null, $"Web push: {words}") { ProviderFault = true, RetryAfter = retryAfter };
}
