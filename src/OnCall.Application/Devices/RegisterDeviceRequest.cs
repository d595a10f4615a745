using System.Text.Json.Serialization;

namespace OnCall.Application.Devices;

/// <summary>A device of the caller's own: either a browser's subscription, or the token of the hospital's own app.</summary>
/// <param name="Name">By which its owner knows it: "My phone".</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RegisterDeviceRequest(string? Name, SubscriptionBody? Subscription = null, string? Token = null)
{
    public override string ToString() => nameof(RegisterDeviceRequest);
}
