using System.Text.Json.Serialization;

namespace OnCall.Application.Devices;

/// <summary>A device of the caller's own: either a browser's subscription, or the token of the hospital's own app.</summary>
/// <param name="Name">By which its owner knows it: "My phone".</param>
/// <param name="Renews">
/// The device of the caller's own whose subscription the browser has given up for this one: it goes. Where the caller has no such device, nothing is
/// registered, since the browser rang for somebody else, or the device was taken away.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RegisterDeviceRequest(string? Name, SubscriptionBody? Subscription = null, string? Token = null, Guid? Renews = null)
{
    public override string ToString() => nameof(RegisterDeviceRequest);
}
