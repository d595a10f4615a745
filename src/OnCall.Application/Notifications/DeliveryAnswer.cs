using NodaTime;

namespace OnCall.Application.Notifications;

/// <summary>A provider's answer to one attempt.</summary>
/// <param name="ProviderId">The provider's own id of the message, by which its receipts name it; null when it gave none.</param>
/// <param name="Detail">For the page's trail: what the provider said, without addresses, texts or secrets.</param>
/// <param name="AddressIsDead">
/// The provider says that this address is gone for good (FCM UNREGISTERED): the contact method is removed.
/// </param>
public sealed record DeliveryAnswer(DeliveryStatus Status, string? ProviderId, string Detail, bool AddressIsDead = false)
{
    /// <summary>
    /// The channel as a whole is in trouble: out of reach, silent, out of order, too busy, or refusing our account or sender. Another address
    /// would fare no better. False when only this address or this message is at fault.
    /// </summary>
    public bool ProviderFault { get; init; }

    /// <summary>How long the provider asks to be left alone; null when it does not say.</summary>
    public Duration? RetryAfter { get; init; }

    /// <summary>
    /// The person told the provider to send nothing more. The contact method stays, and counts as unreachable until they opt in again.
    /// </summary>
    public bool OptedOut { get; init; }
}
