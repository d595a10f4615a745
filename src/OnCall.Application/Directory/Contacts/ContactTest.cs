using NodaTime;
using OnCall.Application.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>What the provider said of a test.</summary>
/// <param name="Detail">In the channel's words; it holds no address.</param>
public sealed record ContactTest(Instant At, DeliveryStatus Status, string Detail);
