using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Domain.Alarms;

/// <summary>The longest due of one kind.</summary>
/// <param name="Channel">The lane of a message; null for the next step of a page.</param>
public sealed record OverdueWork(ContactMethodKind? Channel, Instant DueAt);
