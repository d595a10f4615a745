using NodaTime;

namespace OnCall.Application.Devices;

/// <summary>What this house signs its pushes with (RFC 8292): one for all nodes. A browser's subscription holds only for the key it was made under.</summary>
/// <param name="Number">From 1; the next where an earlier one's private half can be opened no more.</param>
/// <param name="PublicKey">An uncompressed point of P-256, 65 bytes.</param>
/// <param name="PrivateKey">PKCS #8.</param>
public sealed record PushKey(int Number, byte[] PublicKey, byte[] PrivateKey, Instant CreatedAt)
{
    public override string ToString() => $"{nameof(PushKey)} {Number}";
}
