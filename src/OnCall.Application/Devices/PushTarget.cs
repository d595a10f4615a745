namespace OnCall.Application.Devices;

/// <summary>What a push to a device needs: a token, or a subscription and the key that it was made under.</summary>
/// <param name="KeyNumber">Of the key under which the browser subscribed; 0 for a token.</param>
public sealed record PushTarget(PushDeviceKind Kind, string? Token, WebSubscription? Web, int KeyNumber)
{
    public override string ToString() => $"{nameof(PushTarget)} {Kind}";
}
