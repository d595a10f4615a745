using NodaTime;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notices;

/// <summary>A notice's delivery that this node may send until its claim ends.</summary>
/// <param name="Attempt">1 on the first try; with the node it is the proof of the claim.</param>
/// <param name="ExpiresAt">From when on the notice is pointless.</param>
public sealed record ClaimedDelivery(
    NotificationId Id, ContactMethodKind Kind, string Address, int Attempt, Instant ClaimedUntil, Instant ExpiresAt, NoticeText Text);
