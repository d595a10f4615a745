using Microsoft.AspNetCore.Http;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Voice;

/// <summary>A call of ours that somebody, or something, has answered, as the provider's webhook tells it.</summary>
/// <param name="Digits">The key that was pressed; null when the call has just been answered.</param>
/// <param name="AnsweredBy">What the provider takes it for; null when it does not say.</param>
public sealed record InboundCall(NotificationId Notification, int Attempt, string CallSid, string To, string? Digits, string? AnsweredBy)
{
    /// <summary>Reads the webhook; null when it is about no call of ours.</summary>
    /// <param name="form">The provider's fields.</param>
    /// <param name="query">What <see cref="TwilioPaths.VoiceOf"/> put into its address.</param>
    public static InboundCall? Read(IFormCollection form, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(query);
        return TwilioPaths.NotificationOf(query) is { } notification && TwilioPaths.AttemptOf(query) is { } attempt
            && Text(form, "CallSid") is { } sid && Text(form, "To") is { } to
                ? new InboundCall(notification, attempt, sid, to, Text(form, "Digits"), Text(form, "AnsweredBy"))
                : null;
    }

    /// <summary>The receipt of a call that a machine took; null for a human's.</summary>
    public DeliveryReceipt? OfMachine() =>
        CallStatus.IsMachine(AnsweredBy) ? CallStatus.OfMachine(CallSid, AnsweredBy!) with { Notification = Notification, Attempt = Attempt } : null;

    public VoiceAnswer ToAnswer() => new(Notification, Attempt, CallSid, To, Digits);

    /// <summary>Without the number: this may be logged.</summary>
    public override string ToString() => CallSid;

    private static string? Text(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } text ? text : null;
}
