using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Devices;

/// <summary>A device as its owner sees it. Nothing in it lets anybody push to it.</summary>
/// <param name="Kind"><c>web</c> or <c>fcm</c>.</param>
/// <param name="Verified">It has shown that a push reached it; until then nobody relies on it.</param>
/// <param name="LastConfirmed">When it last showed that a test had reached it; null for never.</param>
/// <param name="LastAccepted">When a push of a page or a test was last taken by its provider; null for never.</param>
/// <param name="LastFailure">When one was last not taken; null for never.</param>
/// <param name="Failure">What the provider said then.</param>
public sealed record PushDeviceView(Guid Id, string Name, string Kind, bool Verified, Instant Added, Instant? LastConfirmed, Instant? LastAccepted, Instant? LastFailure, string? Failure)
{
    internal static PushDeviceView Of(PushDevice device) => new(
        device.Id.Value, device.Name, Written.Of(device.Kind), device.Verified, device.AddedAt, device.ConfirmedAt, device.AcceptedAt, device.FailedAt, device.Failure);
}
