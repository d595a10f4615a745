using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Readiness;

/// <summary>One way by which an urgent page would ask the caller, and whether it has worked lately.</summary>
/// <param name="Name">The device's name, or the number or address.</param>
/// <param name="LastWorkedAt">For a device, when it last answered a test; for the rest, when something last reached it or was taken for it. Null for never.</param>
/// <param name="Works">It has worked within 7 days, and not failed since.</param>
/// <param name="Proof">How much that shows: what a provider took has not therefore arrived, and what arrived was not therefore answered.</param>
public sealed record MethodReadiness(ContactMethodKind Kind, string Name, Instant? LastWorkedAt, bool Works, MethodProof Proof);
