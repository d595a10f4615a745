using System.Net;
using System.Text.Json;
using OnCall.Application.Notifications;

namespace OnCall.Channels.Push;

/// <summary>What the provider's answers mean for a notification (firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode).</summary>
internal static class FcmAnswers
{
    /// <summary>True when a fresh token may help: a 401 that is not about the certificate for Apple's service.</summary>
    internal static bool WantsNewToken(HttpStatusCode status, FcmError error) =>
        status == HttpStatusCode.Unauthorized && error.Code != "THIRD_PARTY_AUTH_ERROR";

    internal static DeliveryAnswer Taken(string body) => new(DeliveryStatus.Accepted, Name(body), "Push: accepted");

    internal static DeliveryAnswer Refused(HttpStatusCode status, FcmError error) => error.Code switch
    {
        "UNREGISTERED" => new(DeliveryStatus.FailedForGood, null, "Push: the device is gone (UNREGISTERED)", AddressIsDead: true),
        "SENDER_ID_MISMATCH" => Failed(DeliveryStatus.FailedForGood, "the device belongs to another sender", error),
        "INVALID_ARGUMENT" when error.OnToken => Failed(DeliveryStatus.FailedForGood, "not a device token", error),
        "INVALID_ARGUMENT" => Failed(DeliveryStatus.FailedForGood, "refused", error),
        "QUOTA_EXCEEDED" or "RESOURCE_EXHAUSTED" => Failed(DeliveryStatus.FailedForNow, "too many requests", error),
        "UNAVAILABLE" or "INTERNAL" => Failed(DeliveryStatus.FailedForNow, "the provider is out of order", error),
        "THIRD_PARTY_AUTH_ERROR" => Failed(DeliveryStatus.FailedForNow, "the certificate for the device's platform is refused", error),
        "UNAUTHENTICATED" or "PERMISSION_DENIED" => Failed(DeliveryStatus.FailedForNow, "the provider refuses our account", error),
        _ => new(DeliveryStatus.FailedForNow, null, $"Push: unexpected answer (HTTP {(int)status})"),
    };

    private static DeliveryAnswer Failed(DeliveryStatus status, string words, FcmError error) => new(status, null, $"Push: {words} ({error.Code})");

    private static string? Name(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
