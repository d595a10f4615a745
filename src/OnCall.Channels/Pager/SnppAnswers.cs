using System.Globalization;
using OnCall.Application.Notifications;

namespace OnCall.Channels.Pager;

/// <summary>What a gateway's reply to each step means for the notification.</summary>
internal static class SnppAnswers
{
    /// <summary>The answer that ends the session, or null when it goes on.</summary>
    internal static DeliveryAnswer? Of(SnppStep step, SnppReply reply) => step.Verb == SnppVerb.Send
        ? OfSend(reply)
        : reply.Class switch
        {
            SnppReplyClass.Success when step.Verb != SnppVerb.Data => null,
            SnppReplyClass.MoreWanted when step.Verb == SnppVerb.Data => null,
            SnppReplyClass.FatalFailure => Failed(DeliveryStatus.FailedForNow, "the gateway closes", step, reply),
            _ when step.Optional => null,
            // A gateway without logins does not refuse ours.
            SnppReplyClass.Failure when step.Verb == SnppVerb.Login && reply.Code == 500 => null,
            SnppReplyClass.Failure => Refused(step, reply),
            _ => Failed(DeliveryStatus.FailedForNow, "unexpected reply", step, reply),
        };

    /// <summary>The answer when no reply came: closed, cut, garbled or too late.</summary>
    internal static DeliveryAnswer OfSilence(SnppVerb during, string why) => during == SnppVerb.Send
        ? new DeliveryAnswer(DeliveryStatus.Indeterminate, null, $"Pager: {why} after SEND")
        : new DeliveryAnswer(DeliveryStatus.FailedForNow, null, $"Pager: {why} ({during})");

    private static DeliveryAnswer OfSend(SnppReply reply) => reply.Class switch
    {
        SnppReplyClass.Success => Sent(DeliveryStatus.Accepted, "the gateway took it", reply),
        SnppReplyClass.TwoWayQueued => Sent(DeliveryStatus.Accepted, "queued", reply),
        SnppReplyClass.TwoWayDelivered => Sent(DeliveryStatus.Delivered, "delivered", reply),
        SnppReplyClass.FatalFailure or SnppReplyClass.TwoWayFailure => Sent(DeliveryStatus.FailedForNow, "not sent", reply),
        SnppReplyClass.Failure => reply.Code == 550 ? Sent(DeliveryStatus.FailedForGood, "unknown pager", reply) : Sent(DeliveryStatus.FailedForNow, "not sent", reply),
        SnppReplyClass.MoreWanted or SnppReplyClass.Unknown => Sent(DeliveryStatus.Indeterminate, "unexpected reply to SEND", reply),
    };

    private static DeliveryAnswer Refused(SnppStep step, SnppReply reply) => (step.Verb, reply.Code) switch
    {
        (SnppVerb.Page, 550) => Failed(DeliveryStatus.FailedForGood, "unknown pager", step, reply),
        (SnppVerb.Message or SnppVerb.DataText, 550) => Failed(DeliveryStatus.FailedForGood, "the gateway does not take this text", step, reply),
        (SnppVerb.Login, _) => Failed(DeliveryStatus.FailedForNow, "the gateway refuses our login", step, reply),
        _ => Failed(DeliveryStatus.FailedForNow, "refused", step, reply),
    };

    private static DeliveryAnswer Sent(DeliveryStatus status, string words, SnppReply reply) =>
        new(status, reply.MessageTag, string.Create(CultureInfo.InvariantCulture, $"Pager: {words} (SNPP {reply.Code})"));

    private static DeliveryAnswer Failed(DeliveryStatus status, string words, SnppStep step, SnppReply reply) =>
        new(status, null, string.Create(CultureInfo.InvariantCulture, $"Pager: {words} (SNPP {reply.Code} to {step.Verb})"));
}
