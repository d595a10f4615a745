namespace OnCall.Application.Devices;

/// <summary>Where a browser takes pushes, and what they are encrypted for (RFC 8291).</summary>
/// <param name="Endpoint">The push service's own address for it: whoever knows it and the key of this house can push.</param>
/// <param name="P256dh">The browser's public key: an uncompressed point of P-256, base64url.</param>
/// <param name="Auth">16 secret bytes, base64url.</param>
public sealed record WebSubscription(string Endpoint, string P256dh, string Auth)
{
    /// <summary>Longer is no address of a push service known today.</summary>
    public const int LongestEndpoint = 2000;

    // Neither is for a log or a trail.
    public override string ToString() => nameof(WebSubscription);
}
