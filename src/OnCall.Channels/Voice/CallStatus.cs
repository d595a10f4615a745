using OnCall.Application.Notifications;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Voice;

/// <summary>The states of a call (twilio.com/docs/voice/api/call-resource#call-status-values), however they come to us.</summary>
internal static class CallStatus
{
    internal static readonly TwilioAnswers Answers = new("Voice");

    /// <summary>What the answer to a placed call says.</summary>
    internal static DeliveryAnswer Taken(TwilioMessage call) =>
        new(DeliveryStatus.Accepted, call.Sid, $"Voice: calling ({call.Status ?? "no status"})");

    /// <summary>A machine took the call: nobody has heard it, and nothing is left on it.</summary>
    internal static bool IsMachine(string? answeredBy) =>
        answeredBy is not null && (answeredBy.StartsWith("machine", StringComparison.Ordinal) || answeredBy == "fax");

    internal static DeliveryReceipt OfMachine(string sid, string answeredBy) =>
        Receipt(sid, DeliveryStatus.FailedForNow, answeredBy == "fax" ? "Voice: a fax answered" : "Voice: voicemail answered");

    /// <summary>What is told later; null when it is nothing new. A key that was pressed has been written before the call ends.</summary>
    /// <param name="announcesOnly">No key could be pressed, so that a human who listened is all that can be had.</param>
    internal static DeliveryReceipt? Receipt(string sid, string? status, string? answeredBy, bool announcesOnly) => status switch
    {
        "in-progress" or "completed" when IsMachine(answeredBy) => OfMachine(sid, answeredBy!),
        "ringing" => Receipt(sid, DeliveryStatus.Accepted, "Voice: ringing"),
        "in-progress" => Receipt(sid, DeliveryStatus.Accepted, "Voice: answered"),
        "completed" when announcesOnly => Receipt(sid, DeliveryStatus.Delivered, "Voice: answered and announced"),
        "completed" => Receipt(sid, DeliveryStatus.FailedForNow, "Voice: answered, nothing pressed"),
        "busy" => Receipt(sid, DeliveryStatus.FailedForNow, "Voice: busy"),
        "no-answer" => Receipt(sid, DeliveryStatus.FailedForNow, "Voice: no answer"),
        "canceled" => Receipt(sid, DeliveryStatus.FailedForNow, "Voice: cancelled before it was answered"),
        "failed" => Receipt(sid, DeliveryStatus.FailedForNow, "Voice: the call could not be put through"),
        _ => null,
    };

    private static DeliveryReceipt Receipt(string sid, DeliveryStatus status, string detail) => new(ContactMethodKind.Voice, sid, status, detail);
}
