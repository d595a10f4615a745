using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>A call of ours, as its notification has it now.</summary>
/// <param name="Person">Whom it asks; null for the holder of a role's own device.</param>
/// <param name="Address">The number that was called.</param>
/// <param name="Attempt">The last attempt.</param>
/// <param name="CallId">The provider's id of the last attempt's call; null until its answer has been written.</param>
/// <param name="ChangedAt">When anything was last heard of it.</param>
public sealed record PlacedCall(
    NotificationId Id, PageId Page, PersonId? Person, string Address, int Attempt, string? CallId, Instant ChangedAt, VoiceText Speech);
