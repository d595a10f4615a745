using OnCall.Application.Notifications;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Sms;

/// <summary>The states of a message (twilio.com/docs/messaging/api/message-resource#message-status-values), however they come to us.</summary>
internal static class MessageStatus
{
    internal static readonly TwilioAnswers Answers = new("SMS");

    /// <summary>What the answer to a sent message says.</summary>
    internal static DeliveryAnswer Taken(TwilioMessage message) => message.Status switch
    {
        "failed" or "undelivered" or "canceled" when TwilioErrors.OfMessage(message.Status, message.ErrorCode) is var error =>
            new DeliveryAnswer(error.Status, message.Sid, Answers.Detail(error, message.ErrorCode)) { ProviderFault = error.ProviderFault, OptedOut = error.OptedOut },
        "delivered" or "read" => new DeliveryAnswer(DeliveryStatus.Delivered, message.Sid, "SMS: delivered"),
        var status => new DeliveryAnswer(DeliveryStatus.Accepted, message.Sid, $"SMS: accepted ({status ?? "no status"})"),
    };

    /// <summary>
    /// What is told later; null when it is nothing new (<c>queued</c>, <c>sending</c>). <c>sent</c> means that a carrier has it, which is
    /// no more than accepted.
    /// </summary>
    internal static DeliveryReceipt? Receipt(string sid, string? status, int? code) => status switch
    {
        "sent" => new DeliveryReceipt(ContactMethodKind.Sms, sid, DeliveryStatus.Accepted, "SMS: the carrier has it"),
        "delivered" or "read" => new DeliveryReceipt(ContactMethodKind.Sms, sid, DeliveryStatus.Delivered, "SMS: delivered"),
        "failed" or "undelivered" or "canceled" when TwilioErrors.OfMessage(status, code) is var error =>
            new DeliveryReceipt(ContactMethodKind.Sms, sid, error.Status, Answers.Detail(error, code)) { OptedOut = error.OptedOut },
        _ => null,
    };
}
