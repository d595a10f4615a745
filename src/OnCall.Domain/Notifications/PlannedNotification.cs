using NodaTime;

namespace OnCall.Domain.Notifications;

/// <summary>One contact method, so long after the person is first asked.</summary>
public sealed record PlannedNotification(ContactMethod Method, Duration After);
