using Microsoft.Extensions.Options;
using OnCall.Application.Notifications;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Sms;

/// <summary>Asks Twilio how a message stands.</summary>
public sealed class TwilioSmsStatus(IHttpClientFactory clients, IOptions<TwilioOptions> options) : IStatusSource
{
    private readonly TwilioOptions _options = options.Value;
    private readonly TwilioClient _client = new(clients, options.Value);

    public ContactMethodKind Kind => ContactMethodKind.Sms;

    public bool IsPolled => _options is { IsConfigured: true, IsCalledBack: false };

    public async Task<DeliveryReceipt?> AskAsync(string providerId, CancellationToken cancellationToken) =>
        await _client.ReadAsync(TwilioClient.Messages, providerId, cancellationToken) is { IsSuccess: true, Body: var body }
            && TwilioMessage.Read(body) is var message
                ? MessageStatus.Receipt(providerId, message.Status, message.ErrorCode)
                : null;
}
