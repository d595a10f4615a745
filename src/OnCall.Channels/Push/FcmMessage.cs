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
        var manner = PushManner.Of(text);
        return new JsonObject
        {
            ["token"] = notification.Address,
            ["notification"] = new JsonObject { ["title"] = Title(text), ["body"] = Body(notification) },
            ["data"] = Data(text),
            ["android"] = Android(text, manner),
            ["apns"] = Apple(text, manner, now),
        };
    }

    private static string Body(OutgoingNotification notification) => notification.Others == 0
        ? notification.Text.ToPagerLine()
        : string.Create(CultureInfo.InvariantCulture, $"{notification.Text.ToPagerLine()} and {notification.Others} more in OnCall");

    private static JsonObject Data(OutgoingText text) => text is ExternalText page
        ? new JsonObject { ["pageReference"] = page.Reference.ToString(), ["purpose"] = PurposeOf(page), ["urgency"] = page.Urgency.ToName() }
        : text is DeviceTestText test ? new JsonObject { ["purpose"] = PurposeOf(text), ["device"] = test.Device.ToString(), ["token"] = test.Token }
        : new JsonObject { ["purpose"] = PurposeOf(text), ["urgency"] = text.Rings ? "ringing" : "quiet" };

    private static string Title(OutgoingText text) => text switch
    {
        ExternalText { Purpose: NotificationPurpose.Page or NotificationPurpose.Repeat } page => $"{page.Urgency.ToName().ToUpperInvariant()} {page.Reference}",
        ExternalText page => page.Reference.ToString(),
        _ => "OnCall",
    };

    // One tag per page or notice: a repeat or "taken" replaces what stands on the lock screen instead of piling up.
    private static JsonObject Android(OutgoingText text, PushManner manner) => new()
    {
        ["priority"] = manner.Rings ? "high" : "normal",
        ["ttl"] = string.Create(CultureInfo.InvariantCulture, $"{(long)manner.Lifetime.TotalSeconds}s"),
        ["notification"] = new JsonObject
        {
            ["channel_id"] = manner.AndroidChannel,
            ["tag"] = text.Tag,
            ["notification_priority"] = manner.Rings ? "PRIORITY_MAX" : "PRIORITY_LOW",
        },
    };

    private static JsonObject Apple(OutgoingText text, PushManner manner, Instant now) => new()
    {
        ["headers"] = new JsonObject
        {
            ["apns-push-type"] = "alert",
            ["apns-priority"] = manner.Rings ? "10" : "5",
            ["apns-collapse-id"] = text.Tag,
            ["apns-expiration"] = (now + manner.Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        },
        ["payload"] = new JsonObject { ["aps"] = Aps(text, manner) },
    };

    private static JsonObject Aps(OutgoingText text, PushManner manner)
    {
        var aps = new JsonObject { ["thread-id"] = text.Tag, ["interruption-level"] = manner.InterruptionLevel };
        if (manner.Rings)
        {
            aps["sound"] = text is ExternalText { Urgency: Urgency.Code }
                ? new JsonObject { ["critical"] = 1, ["name"] = "code.caf", ["volume"] = 1.0 }
                : "default";
        }

        return aps;
    }

    /// <summary>What a push is for, as apps and screens read it.</summary>
    internal static string PurposeOf(OutgoingText text) => text switch
    {
        ExternalText page => Name(page.Purpose),
        DeviceTestText => "test",
        _ => Name(NotificationPurpose.Notice),
    };

    private static string Name(NotificationPurpose purpose) => purpose switch
    {
        NotificationPurpose.Page => "page",
        NotificationPurpose.Repeat => "repeat",
        NotificationPurpose.Taken => "taken",
        NotificationPurpose.HandedOver => "handed-over",
        NotificationPurpose.Notice => "notice",
    };
}
