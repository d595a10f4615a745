using System.Globalization;
using Microsoft.Extensions.Options;
using OnCall.Application.Notifications;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Sms;

/// <summary>Text messages through Twilio's Messages API.</summary>
public sealed class TwilioSmsChannel(IHttpClientFactory clients, IOptions<TwilioOptions> options) : IChannel
{
    private readonly TwilioOptions _options = options.Value;
    private readonly TwilioClient _client = new(clients, options.Value);

    public ContactMethodKind Kind => ContactMethodKind.Sms;

    public bool IsConfigured => _options.IsConfigured;

    public ProviderLimits Limits => LimitSettings.Of(_options.AtOnce, _options.PerSecond);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken) =>
        MessageStatus.Answers.Of(await _client.CreateAsync(TwilioClient.Messages, notification, Form(notification), cancellationToken), MessageStatus.Taken);

    private List<KeyValuePair<string, string>> Form(OutgoingNotification notification) =>
    [
        new("To", notification.Address),
        new(TwilioOptions.IsService(_options.From) ? "MessagingServiceSid" : "From", _options.From!),
        // A reply that nobody reads is not asked for: whoever sent it would believe to have taken the page.
        new("Body", (_options.IsCalledBack ? notification.Text.ToLine() : notification.Text.ToPagerLine()) + (notification.Link is { } link ? " " + link : "")),
        .. _options.IsCalledBack ? CalledBack(notification) : [],
        new("ValidityPeriod", _options.ValiditySeconds.ToString(CultureInfo.InvariantCulture)),
        // One long dash would turn the whole text into 16-bit segments of 70 characters.
        new("SmartEncoded", "true"),
    ];

    private IEnumerable<KeyValuePair<string, string>> CalledBack(OutgoingNotification notification) =>
        [new("StatusCallback", _options.WebhookUrl(TwilioPaths.StatusOf(notification.Id, notification.Attempt)))];
}
