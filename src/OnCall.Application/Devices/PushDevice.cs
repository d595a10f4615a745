using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>A device that its owner registered.</summary>
/// <param name="Verified">It has shown that a push reached it. Until then nobody relies on it.</param>
/// <param name="AcceptedAt">When a provider last took a push for it, of a page or a test.</param>
/// <param name="ConfirmedAt">When it last showed that a test had reached it.</param>
/// <param name="Failure">What the provider said last when it did not, without addresses.</param>
public sealed record PushDevice(
    PushDeviceId Id, PersonId Person, PushDeviceKind Kind, string Name, bool Verified, Instant AddedAt, Instant? ConfirmedAt, Instant? AcceptedAt, Instant? FailedAt,
    string? Failure)
{
    public string Address => DeviceAddress.Of(Id);
}
