using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging;

/// <summary>A notification to be written to the outbox.</summary>
/// <param name="Person">Null for a role's own device.</param>
public sealed record NewNotification(NotificationId Id, PersonId? Person, ContactMethod Method, NotificationPurpose Purpose, int Step, Instant DueAt)
{
    /// <summary>By when its turn comes among those of its urgency that are due; its due time, unless others go first.</summary>
    public Instant TurnAt { get; init; } = DueAt;
}
