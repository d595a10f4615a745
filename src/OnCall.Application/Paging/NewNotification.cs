using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging;

/// <summary>A notification to be written to the outbox.</summary>
/// <param name="Person">Null for a role's own device.</param>
public sealed record NewNotification(NotificationId Id, PersonId? Person, ContactMethod Method, NotificationPurpose Purpose, int Step, Instant DueAt);
