using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Notifications;

/// <summary>When a person wants to be asked by a contact method of theirs. What it may change is decided by <see cref="PreferredTimes"/>.</summary>
/// <param name="Address">As the contact method keeps it; null for all of the kind. A method that they no longer have changes nothing.</param>
/// <param name="After">From the instant at which the person is asked.</param>
public sealed record NotificationPreference(Urgency Urgency, ContactMethodKind Kind, string? Address, Duration After)
{
    /// <summary>The longest that a person may put a method off.</summary>
    public static readonly Duration Longest = Duration.FromMinutes(10);

    internal bool Means(Urgency urgency, ContactMethod method) =>
        Urgency == urgency && Kind == method.Kind && (Address is null || string.Equals(Address, method.Address, StringComparison.Ordinal));
}
