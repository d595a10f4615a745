using Microsoft.Extensions.Options;
using OnCall.Application.Notifications;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Voice;

/// <summary>
/// Spoken calls through Twilio's Calls API. What is said is fetched from our own webhook when a human answers; where the provider cannot
/// reach us it goes with the call, and then no key can be taken.
/// </summary>
public sealed class TwilioVoiceChannel(IHttpClientFactory clients, IOptions<TwilioOptions> options) : IChannel
{
    // Ends before most voicemail begins, and within the time after which the next person is asked.
    private const string RingsForSeconds = "25";

    // Three announcements and the waits between them end well before.
    private const string LongestCallSeconds = "180";

    private static readonly string[] Events = ["initiated", "ringing", "answered", "completed"];

    private readonly TwilioOptions _options = options.Value;
    private readonly TwilioClient _client = new(clients, options.Value);

    public ContactMethodKind Kind => ContactMethodKind.Voice;

    /// <summary>True when there is a number to call from: a messaging service has none.</summary>
    public bool IsConfigured => _options.CallsFrom is not null;

    public ProviderLimits Limits => LimitSettings.Of(_options.VoiceAtOnce, _options.VoicePerSecond);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return RingsUp(notification.Text)
            ? CallStatus.Answers.Of(await _client.CreateAsync(TwilioClient.Calls, notification, Form(notification), cancellationToken), CallStatus.Taken)
            : new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Voice: nobody is rung up to be told that there is nothing to do");
    }

    private IEnumerable<KeyValuePair<string, string>> Form(OutgoingNotification notification) =>
    [
        new("To", notification.Address),
        new("From", _options.CallsFrom!),
        .. Words(notification),
        new("MachineDetection", "Enable"),
        new("Timeout", RingsForSeconds),
        new("TimeLimit", LongestCallSeconds),
    ];

    private static bool RingsUp(OutgoingText text) => text switch
    {
        ExternalText page => page.Purpose is NotificationPurpose.Page or NotificationPurpose.Repeat,
        _ => text.Rings,
    };

    // A notice asks for no key: its words go with the call.
    private IEnumerable<KeyValuePair<string, string>> Words(OutgoingNotification notification) => notification.Text switch
    {
        ExternalText when _options.IsCalledBack =>
            [new("Url", _options.WebhookUrl(TwilioPaths.VoiceOf(notification.Id, notification.Attempt))), .. CalledBack(notification)],
        ExternalText page => [new("Twiml", VoiceTwiml.AnnounceOnly(page.ToSpeech(notification.Language)))],
        NoticeText notice =>
        [
            new("Twiml", VoiceTwiml.AnnounceOnly(notice.ToSpeech(), NoticeText.Spoken)),
            .. _options.IsCalledBack ? CalledBack(notification) : [],
        ],
        CheckText check => [new("Twiml", VoiceTwiml.AnnounceOnly(check.ToSpeech(), check.Language))],
        var other => throw new ArgumentOutOfRangeException(nameof(notification), other.GetType().Name, "There are no words for a call about this."),
    };

    private IEnumerable<KeyValuePair<string, string>> CalledBack(OutgoingNotification notification) =>
    [
        new("StatusCallback", _options.WebhookUrl(TwilioPaths.StatusOf(notification.Id, notification.Attempt))),
        .. Events.Select(e => new KeyValuePair<string, string>("StatusCallbackEvent", e)),
    ];
}
