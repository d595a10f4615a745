using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Readiness;

/// <summary>One way by which an urgent page would ask the caller, and whether it has answered lately.</summary>
/// <param name="Name">The device's name, or the number or address.</param>
/// <param name="LastWorkedAt">For a device, when it last answered a test; for the rest, when something last reached it or was taken for it. Null for never.</param>
/// <param name="Answers">It has worked within 7 days.</param>
public sealed record MethodReadiness(ContactMethodKind Kind, string Name, Instant? LastWorkedAt, bool Answers);
