using System.Text.Json.Serialization;

namespace OnCall.Application.Devices;

/// <summary>A subscription that its browser gives up.</summary>
/// <param name="Endpoint">The push service's address for it, as <c>PushSubscription.endpoint</c> has it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LeaveDeviceRequest(string? Endpoint)
{
    public override string ToString() => nameof(LeaveDeviceRequest);
}
