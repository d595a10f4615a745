using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Channels.Push;

/// <summary>The message of FCM's HTTP v1 API, built from external text only.</summary>
internal static class FcmMessage
{
    internal static byte[] Write(OutgoingNotification notification, Instant now) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["message"] = Message(notification, now) });

    private static JsonObject Message(OutgoingNotification notification, Instant now)
    {
        var text = notification.Text;
        var manner = PushManner.Of(text.Purpose, text.Urgency);
        return new JsonObject
        {
            ["token"] = notification.Address,
            ["notification"] = new JsonObject { ["title"] = Title(text), ["body"] = Body(notification) },
            ["data"] = new JsonObject
            {
                ["pageReference"] = text.Reference.ToString(),
                ["purpose"] = Name(text.Purpose),
                ["urgency"] = text.Urgency.ToName(),
            },
            ["android"] = Android(text, manner),
            ["apns"] = Apple(text, manner, now),
        };
    }

    private static string Body(OutgoingNotification notification) => notification.Others == 0
        ? notification.Text.ToPagerLine()
        : string.Create(CultureInfo.InvariantCulture, $"{notification.Text.ToPagerLine()} and {notification.Others} more in OnCall");

    private static string Title(ExternalText text) => text.Purpose switch
    {
        NotificationPurpose.Page or NotificationPurpose.Repeat => $"{text.Urgency.ToName().ToUpperInvariant()} {text.Reference}",
        NotificationPurpose.Taken or NotificationPurpose.HandedOver or NotificationPurpose.Notice => text.Reference.ToString(),
    };

    // One tag per page: a repeat or "taken" replaces what stands on the lock screen instead of piling up.
    private static JsonObject Android(ExternalText text, PushManner manner) => new()
    {
        ["priority"] = manner.Rings ? "high" : "normal",
        ["ttl"] = string.Create(CultureInfo.InvariantCulture, $"{(long)manner.Lifetime.TotalSeconds}s"),
        ["notification"] = new JsonObject
        {
            ["channel_id"] = manner.AndroidChannel,
            ["tag"] = text.Reference.Value,
            ["notification_priority"] = manner.Rings ? "PRIORITY_MAX" : "PRIORITY_LOW",
        },
    };

    private static JsonObject Apple(ExternalText text, PushManner manner, Instant now) => new()
    {
        ["headers"] = new JsonObject
        {
            ["apns-push-type"] = "alert",
            ["apns-priority"] = manner.Rings ? "10" : "5",
            ["apns-collapse-id"] = text.Reference.Value,
            ["apns-expiration"] = (now + manner.Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        },
        ["payload"] = new JsonObject { ["aps"] = Aps(text, manner) },
    };

    private static JsonObject Aps(ExternalText text, PushManner manner)
    {
        var aps = new JsonObject { ["thread-id"] = text.Reference.Value, ["interruption-level"] = manner.InterruptionLevel };
        if (manner.Rings)
        {
            aps["sound"] = text.Urgency == Urgency.Code
                ? new JsonObject { ["critical"] = 1, ["name"] = "code.caf", ["volume"] = 1.0 }
                : "default";
        }

        return aps;
    }

    private static string Name(NotificationPurpose purpose) => purpose switch
    {
        NotificationPurpose.Page => "page",
        NotificationPurpose.Repeat => "repeat",
        NotificationPurpose.Taken => "taken",
        NotificationPurpose.HandedOver => "handed-over",
        NotificationPurpose.Notice => "notice",
    };
}
