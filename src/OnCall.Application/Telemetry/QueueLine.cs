using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Telemetry;

/// <summary>What waits for one channel.</summary>
/// <param name="Due">Notifications whose time has come and that nobody sends, with those whose claim ended without an answer.</param>
/// <param name="Claimed">Notifications that a node is sending.</param>
/// <param name="OldestDue">The earliest time among all that wait or are claimed; it may lie ahead. Null when there are none.</param>
public sealed record QueueLine(ContactMethodKind Channel, int Due, int Claimed, Instant? OldestDue);
