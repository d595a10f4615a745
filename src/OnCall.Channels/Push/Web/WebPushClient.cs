using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;

namespace OnCall.Channels.Push.Web;

/// <summary>Pushes to a browser's subscription: encrypted for it alone, signed by the key of this house.</summary>
internal sealed class WebPushClient(IHttpClientFactory clients, IOptions<WebPushOptions> options, IWebPush hosts, PushKeys keys, IClock clock)
{
    /// <summary>The name of its HTTP client.</summary>
    internal const string Name = "web-push";

    private readonly VapidTokens _tokens = new(options.Value.Subject ?? "");

    internal async Task<DeliveryAnswer> SendAsync(PushTarget target, OutgoingNotification notification, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured || target.Web is not { } subscription)
        {
            return WebPushAnswers.NotConfigured;
        }

        // Again, since the list may have been shortened after the device was registered.
        if (!hosts.Allows(subscription.Endpoint))
        {
            return WebPushAnswers.NotAllowed;
        }

        var message = WebPushMessage.Of(notification);
        if (message.Payload.Length > MessageEncryption.Longest)
        {
            return WebPushAnswers.TooLong;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ChannelLimits.ProviderCall);
        return await keys.OfAsync(target.KeyNumber, limit.Token) is not { } key ? WebPushAnswers.KeyLost
            : Encrypted(message, subscription) is not { } body ? WebPushAnswers.Unusable
            : await PostAsync(new Uri(subscription.Endpoint), body, message, key, notification, limit.Token);
    }

    private static byte[]? Encrypted(WebPushMessage message, WebSubscription subscription)
    {
        try
        {
            return MessageEncryption.Encrypt(
                message.Payload, Base64Url.DecodeFromChars(subscription.P256dh), Base64Url.DecodeFromChars(subscription.Auth));
        }
        catch (Exception unusable) when (unusable is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private async Task<DeliveryAnswer> PostAsync(
        Uri endpoint, byte[] body, WebPushMessage message, PushKey key, OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(Name);
        http.DefaultRequestHeaders.Add("TTL", message.LifetimeSeconds);
        http.DefaultRequestHeaders.Add("Urgency", message.Urgency);
        http.DefaultRequestHeaders.Add("Topic", message.Topic);
        using var content = new TrackedContent(body, "application/octet-stream") { MayLeave = notification.MayLeave };
        content.Headers.ContentEncoding.Add("aes128gcm");
        return WebPushAnswers.Of(
            await ProviderHttp.PostAsync(http, endpoint, content, _tokens.HeaderOf(endpoint, key, clock.GetCurrentInstant()), cancellationToken));
    }
}
