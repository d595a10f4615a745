namespace OnCall.Application.Devices;

/// <summary>The keys of a subscription, as a browser writes them.</summary>
/// <param name="P256dh">Its public key, base64url.</param>
/// <param name="Auth">16 secret bytes, base64url.</param>
public sealed record SubscriptionKeysBody(string? P256dh, string? Auth)
{
    public override string ToString() => nameof(SubscriptionKeysBody);
}
