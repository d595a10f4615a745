using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Simulation.Tests.Nodes;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A provider's later report, as far as it was taken.</summary>
/// <param name="TakenAt">True time at which a node answered that it has it; null when none ever did.</param>
internal sealed record Receipt(Call Call, DeliveryStatus Status, Instant? TakenAt);
