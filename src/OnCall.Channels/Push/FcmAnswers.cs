using System.Net;
using System.Text.Json;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;

namespace OnCall.Channels.Push;

/// <summary>What the provider's answers mean for a notification (firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode).</summary>
internal static class FcmAnswers
{
    // Its quotas count by the minute: where it does not say how long, that long.
    private static readonly Duration UsualWait = Duration.FromSeconds(60);

    /// <summary>True when a fresh token may help: a 401 that is not about the certificate for Apple's service.</summary>
    internal static bool WantsNewToken(HttpStatusCode status, FcmError error) =>
        status == HttpStatusCode.Unauthorized && error.Code != "THIRD_PARTY_AUTH_ERROR";

    internal static DeliveryAnswer Taken(string body) => new(DeliveryStatus.Accepted, Name(body), "Push: accepted");

    internal static DeliveryAnswer Refused(ProviderReply.Answered reply, FcmError error) => error.Code switch
    {
        "UNREGISTERED" => new(DeliveryStatus.FailedForGood, null, "Push: the device is gone (UNREGISTERED)", AddressIsDead: true),
        "SENDER_ID_MISMATCH" => OfMessage(DeliveryStatus.FailedForGood, "the device belongs to another sender", error),
        "INVALID_ARGUMENT" when error.OnToken => OfMessage(DeliveryStatus.FailedForGood, "not a device token", error),
        "INVALID_ARGUMENT" => OfMessage(DeliveryStatus.FailedForGood, "refused", error),
        // Only devices of that platform are out of reach.
        "THIRD_PARTY_AUTH_ERROR" => OfMessage(DeliveryStatus.FailedForNow, "the certificate for the device's platform is refused", error),
        "QUOTA_EXCEEDED" or "RESOURCE_EXHAUSTED" => OfProvider("too many requests", error, reply.RetryAfter ?? UsualWait),
        "UNAVAILABLE" or "INTERNAL" => OfProvider("the provider is out of order", error, reply.RetryAfter),
        "UNAUTHENTICATED" or "PERMISSION_DENIED" => OfProvider("the provider refuses our account", error, reply.RetryAfter),
        _ => new(DeliveryStatus.FailedForNow, null, $"Push: unexpected answer (HTTP {(int)reply.Status})") { ProviderFault = true, RetryAfter = reply.RetryAfter },
    };

    /// <summary>The answer when none came, or when we could not even sign in.</summary>
    internal static DeliveryAnswer Silent(DeliveryStatus status, string? why) => new(status, null, $"Push: {why}") { ProviderFault = true };

    private static DeliveryAnswer OfMessage(DeliveryStatus status, string words, FcmError error) => new(status, null, $"Push: {words} ({error.Code})");

    private static DeliveryAnswer OfProvider(string words, FcmError error, Duration? retryAfter) =>
        new(DeliveryStatus.FailedForNow, null, $"Push: {words} ({error.Code})") { ProviderFault = true, RetryAfter = retryAfter };

    private static string? Name(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return AnswerJson.Text(document.RootElement, "name");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
