using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>
/// A way out of the building (or into the app). An adapter speaks one provider's protocol and knows nothing of pages,
/// steps or rosters. It never throws for what a provider does: every failure is an answer.
/// </summary>
public interface IChannel
{
    /// <summary>The contact methods that this channel serves.</summary>
    ContactMethodKind Kind { get; }

    /// <summary>False when its settings are missing: its contact methods then count as unreachable.</summary>
    bool IsConfigured { get; }

    /// <summary>How much the provider takes at once.</summary>
    ProviderLimits Limits => ProviderLimits.Usual;

    /// <summary>
    /// Sends once. The caller gives at most 8 s by the token; when it fires after the provider may have taken the message
    /// the answer is <see cref="DeliveryStatus.Indeterminate"/>, before that <see cref="DeliveryStatus.FailedForNow"/>.
    /// </summary>
    Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken);
}
