using System.Text.Json.Serialization;

namespace OnCall.Application.Devices;

/// <summary>What a device got with its test.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConfirmDeviceRequest(string? Token)
{
    public override string ToString() => nameof(ConfirmDeviceRequest);
}
