using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>A provider call as the provider saw it.</summary>
/// <param name="At">True time at which it began.</param>
internal sealed record Call(Instant At, string Node, ContactMethodKind Kind, OutgoingNotification Message)
{
    /// <summary>True time at which the person's device had it; null when it never did.</summary>
    public Instant? ReachedAt { get; set; }

    /// <summary>What the caller was answered; null when it went away before.</summary>
    public DeliveryStatus? Answer { get; set; }

    public Instant? AnsweredAt { get; set; }

    /// <summary>What the provider calls it, from when it took it; null where it did not.</summary>
    public string? ProviderId { get; set; }

    public NotificationId Id => Message.Id;

    public ExternalText Text => (ExternalText)Message.Text;

    public bool Asks => Text.Purpose is NotificationPurpose.Page or NotificationPurpose.Repeat;
}
