using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging;

/// <summary>A notification to be written to the outbox.</summary>
/// <param name="Person">Null for a role's own device.</param>
public sealed record NewNotification(NotificationId Id, PersonId? Person, ContactMethod Method, NotificationPurpose Purpose, int Step, Instant DueAt)
{
    /// <summary>By when its turn comes among those of its urgency that are due; its due time, unless others go first.</summary>
    public Instant TurnAt { get; init; } = DueAt;

    /// <summary>What came of it by being written; null where it is still to be sent.</summary>
    public DeliveryAnswer? Answer { get; init; }
}
