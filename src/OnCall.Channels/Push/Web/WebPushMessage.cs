using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Channels.Push.Web;

/// <summary>What the service worker gets, and how the push service is asked to carry it (RFC 8030, sections 5.2 to 5.4).</summary>
/// <param name="Topic">A later push of the same topic replaces one that waits for its device.</param>
internal sealed record WebPushMessage(byte[] Payload, string LifetimeSeconds, string Urgency, string Topic)
{
    internal static WebPushMessage Of(OutgoingNotification notification)
    {
        var text = notification.Text;
        var manner = PushManner.Of(text);
        return new WebPushMessage(
            JsonSerializer.SerializeToUtf8Bytes(Write(notification, manner)),
            ((long)manner.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            UrgencyOf(text, manner),
            text.Tag);
    }

    private static JsonObject Write(OutgoingNotification notification, PushManner manner)
    {
        var text = notification.Text;
        var payload = new JsonObject
        {
            ["title"] = WebPushWords.Title(text, notification.Language),
            ["body"] = WebPushWords.Body(text, notification.Others, notification.Language),
            ["tag"] = text.Tag,
            ["rings"] = manner.Rings,
            ["purpose"] = FcmMessage.PurposeOf(text),
            ["url"] = notification.Page is { } page ? $"/pages/{page.Value:D}" : "/",
        };
        if (text is ExternalText external)
        {
            payload["page"] = notification.Page?.Value.ToString("D");
            payload["reference"] = external.Reference.ToString();
            payload["urgency"] = external.Urgency.ToName();
        }

        if (text is DeviceTestText test)
        {
            payload["device"] = test.Device.ToString();
            payload["token"] = test.Token;
        }

        return payload;
    }

    // "low" waits for power or a known network: for what nobody needs to know now.
    private static string UrgencyOf(OutgoingText text, PushManner manner) =>
        manner.Rings ? "high" : text is ExternalText { Purpose: NotificationPurpose.Page or NotificationPurpose.Repeat } ? "normal" : "low";
}
