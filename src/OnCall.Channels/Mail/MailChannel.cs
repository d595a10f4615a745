using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Mail;

/// <summary>Mail by a server of the house (RFC 5321, with STARTTLS), one session a message.</summary>
public sealed class MailChannel(IOptions<SmtpOptions> options) : IChannel
{
    private readonly SmtpOptions _options = options.Value;

    public ContactMethodKind Kind => ContactMethodKind.Mail;

    public bool IsConfigured => _options.IsConfigured;

    public ProviderLimits Limits => LimitSettings.Of(_options.AtOnce, _options.PerSecond);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        if (ContactAddress.Problem(ContactMethodKind.Mail, notification.Address) is not null)
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Mail: not a mail address");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ChannelLimits.ProviderCall);
        using var message = MailMessages.Of(notification, _options.From!);
        using var client = new SmtpClient(_options.Host, _options.Port) { EnableSsl = _options.StartTls };
        if (_options.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, _options.Password);
        }

        // The library has no place to ask later, between connecting and the message itself.
        if (!notification.MayLeave())
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "Mail: not sent, the claim is over");
        }

        try
        {
            // The library may go on waiting for an answer after it was told to stop; disposing of it closes the connection.
            await client.SendMailAsync(message, limit.Token).WaitAsync(limit.Token);
            return SmtpAnswers.Taken(message.Headers["Message-ID"]!);
        }
        catch (OperationCanceledException)
        {
            return SmtpAnswers.Lost("no answer in time");
        }
        catch (SmtpException error)
        {
            return SmtpAnswers.Of(error);
        }
    }
}
