using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Sms;

/// <summary>Text messages through Twilio's Messages API, version 2010-04-01.</summary>
public sealed class TwilioSmsChannel(IHttpClientFactory clients, IOptions<TwilioOptions> options) : IChannel
{
    /// <summary>The name of its HTTP client.</summary>
    public const string ClientName = "twilio";

    private readonly TwilioOptions _options = options.Value;

    public ContactMethodKind Kind => ContactMethodKind.Sms;

    public bool IsConfigured => _options.IsConfigured;

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(ClientName);
        using var form = new FormUrlEncodedContent(Form(notification));
        using var content = new TrackedContent(await form.ReadAsByteArrayAsync(CancellationToken.None), "application/x-www-form-urlencoded");
        return await ProviderHttp.PostAsync(http, MessagesUrl(), content, BasicAuth(), cancellationToken) switch
        {
            ProviderReply.Answered { IsSuccess: true } taken => Taken(TwilioMessage.Read(taken.Body)),
            ProviderReply.Answered refused => TwilioErrors.OfRequest(refused.Status, TwilioMessage.Read(refused.Body).ErrorCode),
            ProviderReply.NotSent { Why: var why } => new DeliveryAnswer(DeliveryStatus.FailedForNow, null, $"SMS: {why}"),
            ProviderReply.Unknown { Why: var why } => new DeliveryAnswer(DeliveryStatus.Indeterminate, null, $"SMS: {why}"),
            var other => throw new InvalidOperationException($"No such reply: {other.GetType().Name}"),
        };
    }

    private static DeliveryAnswer Taken(TwilioMessage message) => message.Status switch
    {
        "failed" or "undelivered" or "canceled" when TwilioErrors.OfMessage(message.Status, message.ErrorCode) is var (status, detail) =>
            new DeliveryAnswer(status, message.Sid, detail),
        "delivered" or "read" => new DeliveryAnswer(DeliveryStatus.Delivered, message.Sid, "SMS: delivered"),
        var status => new DeliveryAnswer(DeliveryStatus.Accepted, message.Sid, $"SMS: accepted ({status ?? "no status"})"),
    };

    private List<KeyValuePair<string, string>> Form(OutgoingNotification notification) =>
    [
        new("To", notification.Address),
        new(_options.From!.StartsWith("MG", StringComparison.Ordinal) ? "MessagingServiceSid" : "From", _options.From),
        new("Body", notification.Text.ToLine()),
        new("StatusCallback", _options.WebhookUrl(TwilioPaths.StatusOf(notification.Id, notification.Attempt))),
        new("ValidityPeriod", _options.ValiditySeconds.ToString(CultureInfo.InvariantCulture)),
        // One long dash would turn the whole text into 16-bit segments of 70 characters.
        new("SmartEncoded", "true"),
    ];

    private Uri MessagesUrl() =>
        new($"{_options.BaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(_options.AccountSid!)}/Messages.json");

    private AuthenticationHeaderValue BasicAuth() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_options.AccountSid}:{_options.AuthToken}")));
}
