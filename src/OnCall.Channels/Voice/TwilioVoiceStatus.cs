using Microsoft.Extensions.Options;
using OnCall.Application.Notifications;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Voice;

/// <summary>Asks Twilio how a call stands.</summary>
public sealed class TwilioVoiceStatus(IHttpClientFactory clients, IOptions<TwilioOptions> options) : IStatusSource
{
    private readonly TwilioOptions _options = options.Value;
    private readonly TwilioClient _client = new(clients, options.Value);

    public ContactMethodKind Kind => ContactMethodKind.Voice;

    public bool IsPolled => _options is { CallsFrom: not null, IsCalledBack: false };

    public async Task<DeliveryReceipt?> AskAsync(string providerId, CancellationToken cancellationToken) =>
        await _client.ReadAsync(TwilioClient.Calls, providerId, cancellationToken) is { IsSuccess: true, Body: var body }
            && TwilioMessage.Read(body) is var call
                ? CallStatus.Receipt(providerId, call.Status, call.AnsweredBy, announcesOnly: true)
                : null;
}
