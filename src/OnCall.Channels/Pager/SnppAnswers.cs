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
            // A two-way gateway says of the device what a one-way gateway cannot know: on line, or to be queued for (section 4.6.8).
            SnppReplyClass.TwoWayDelivered or SnppReplyClass.TwoWayQueued when step.Verb == SnppVerb.Page => null,
            SnppReplyClass.FatalFailure => OfGateway("the gateway closes", step, reply),
            _ when step.Optional => null,
            // A gateway without logins does not refuse ours.
            SnppReplyClass.Failure when step.Verb == SnppVerb.Login && reply.Code == 500 => null,
            SnppReplyClass.Failure => Refused(step, reply),
            SnppReplyClass.TwoWayFailure when step.Verb == SnppVerb.Page => OfPager(DeliveryStatus.FailedForNow, "the pager is not on line", step, reply),
            _ => OfGateway("unexpected reply", step, reply),
        };

    /// <summary>The answer when no reply came: closed, cut, garbled or too late.</summary>
    internal static DeliveryAnswer OfSilence(SnppVerb during, string why) => during == SnppVerb.Send
        ? new DeliveryAnswer(DeliveryStatus.Indeterminate, null, $"Pager: {why} after SEND") { ProviderFault = true }
        : new DeliveryAnswer(DeliveryStatus.FailedForNow, null, $"Pager: {why} ({during})") { ProviderFault = true };

    private static DeliveryAnswer OfSend(SnppReply reply) => reply switch
    {
        { Class: SnppReplyClass.Success } => Sent(DeliveryStatus.Accepted, "the gateway took it", reply),
        { Class: SnppReplyClass.TwoWayQueued } => Sent(DeliveryStatus.Accepted, "queued", reply),
        { Class: SnppReplyClass.TwoWayDelivered } => Sent(DeliveryStatus.Delivered, "delivered", reply),
        { Code: >= 780 and < 790 } => Sent(DeliveryStatus.FailedForNow, "ended without delivery", reply),
        { Class: SnppReplyClass.TwoWayFailure } => Sent(DeliveryStatus.FailedForNow, "the pager did not get it", reply),
        { Code: 550 } => Sent(DeliveryStatus.FailedForGood, "unknown pager", reply),
        { Class: SnppReplyClass.FatalFailure or SnppReplyClass.Failure } => Sent(DeliveryStatus.FailedForNow, "not sent", reply) with { ProviderFault = true },
        _ => Sent(DeliveryStatus.Indeterminate, "unexpected reply to SEND", reply) with { ProviderFault = true },
    };

    private static DeliveryAnswer Refused(SnppStep step, SnppReply reply) => (step.Verb, reply.Code) switch
    {
        (SnppVerb.Page, 550) => OfPager(DeliveryStatus.FailedForGood, "unknown pager", step, reply),
        (SnppVerb.Message or SnppVerb.DataText, 550) => OfPager(DeliveryStatus.FailedForGood, "the gateway does not take this text", step, reply),
        (SnppVerb.Login, _) => OfGateway("the gateway refuses our login", step, reply),
        _ => OfGateway("refused", step, reply),
    };

    private static DeliveryAnswer Sent(DeliveryStatus status, string words, SnppReply reply) =>
        new(status, reply.MessageTag, string.Create(CultureInfo.InvariantCulture, $"Pager: {words} (SNPP {reply.Code})"));

    private static DeliveryAnswer OfGateway(string words, SnppStep step, SnppReply reply) =>
        OfPager(DeliveryStatus.FailedForNow, words, step, reply) with { ProviderFault = true };

    private static DeliveryAnswer OfPager(DeliveryStatus status, string words, SnppStep step, SnppReply reply) =>
        new(status, null, string.Create(CultureInfo.InvariantCulture, $"Pager: {words} (SNPP {reply.Code} to {step.Verb})"));
}
