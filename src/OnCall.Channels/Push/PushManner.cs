using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Channels.Push;

/// <summary>How loudly a push comes in.</summary>
/// <param name="AndroidChannel">The app's notification channel; its user may tune it, but not mix it with another urgency's.</param>
/// <param name="InterruptionLevel">Apple's word for whether it breaks through a focus or the mute switch.</param>
/// <param name="Lifetime">How long the provider keeps trying a device that is off.</param>
internal sealed record PushManner(bool Rings, string AndroidChannel, string InterruptionLevel, Duration Lifetime)
{
    private static readonly PushManner Quiet = new(false, "oncall-quiet", "passive", Duration.FromHours(4));

    private static readonly PushManner RingingNotice = new(true, "oncall-notice", "time-sensitive", Duration.FromHours(1));

    /// <summary>A notice that rings has a channel of its own: its user may silence it, and with it no page.</summary>
    internal static PushManner Of(OutgoingText text) => text is ExternalText page ? Of(page.Purpose, page.Urgency) : text.Rings ? RingingNotice : Quiet;

    /// <summary>Critical sound for <c>code</c> only; routine pages and news never ring.</summary>
    internal static PushManner Of(NotificationPurpose purpose, Urgency urgency) => purpose switch
    {
        NotificationPurpose.Page or NotificationPurpose.Repeat => Of(urgency),
        NotificationPurpose.Taken or NotificationPurpose.HandedOver or NotificationPurpose.Notice => Quiet,
    };

    private static PushManner Of(Urgency urgency) => urgency switch
    {
        Urgency.Code => new(true, "oncall-code", "critical", Duration.FromHours(1)),
        Urgency.Urgent => new(true, "oncall-urgent", "time-sensitive", Duration.FromHours(1)),
        Urgency.CriticalResult => new(true, "oncall-critical-result", "time-sensitive", Duration.FromHours(1)),
        Urgency.Routine => Quiet,
    };
}
