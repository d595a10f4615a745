using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OnCall.Channels.Push.Web;

/// <summary>Encrypts a push for one browser (RFC 8291), as one record of <c>aes128gcm</c> (RFC 8188).</summary>
internal static class MessageEncryption
{
    /// <summary>The longest message in bytes: push services take 4096 with everything around it (RFC 8030, section 7.2).</summary>
    internal const int Longest = RecordSize - HeaderSize - 1 - TagSize;

    private const int RecordSize = 4096;
    private const int PointSize = 65;
    private const int SaltSize = 16;
    private const int TagSize = 16;
    private const int KeySize = 16;
    private const int NonceSize = 12;
    private const int HeaderSize = SaltSize + sizeof(uint) + 1 + PointSize;
    private const byte LastRecord = 2;

    /// <param name="receiver">The browser's public key, an uncompressed point.</param>
    /// <param name="auth">The secret that the browser shares with this house.</param>
    /// <exception cref="CryptographicException">The key is no point of the curve.</exception>
    internal static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] receiver, byte[] auth)
    {
        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(message, receiver, auth, sender, RandomNumberGenerator.GetBytes(SaltSize));
    }

    /// <summary>With the sender's key and the salt given, to be held against the example of the standard.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] receiver, byte[] auth, ECDiffieHellman sender, byte[] salt)
    {
        if (message.Length > Longest)
        {
            throw new ArgumentOutOfRangeException(nameof(message));
        }

        var point = Point(sender);
        var secret = Secret(sender, receiver, auth, point);
        var key = Derive(secret, salt, "Content-Encoding: aes128gcm\0", KeySize);
        var nonce = Derive(secret, salt, "Content-Encoding: nonce\0", NonceSize);

        var body = new byte[HeaderSize + message.Length + 1 + TagSize];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltSize), RecordSize);
        body[SaltSize + sizeof(uint)] = PointSize;
        point.CopyTo(body, HeaderSize - PointSize);

        byte[] padded = [.. message, LastRecord];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, padded, body.AsSpan(HeaderSize, padded.Length), body.AsSpan(HeaderSize + padded.Length));
        return body;
    }

    /// <summary>The public half as it is written: an uncompressed point.</summary>
    internal static byte[] Point(ECDiffieHellman key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return [0x04, .. q.X!, .. q.Y!];
    }

    // RFC 8291, section 3.4.
    private static byte[] Secret(ECDiffieHellman sender, byte[] receiver, byte[] auth, byte[] point)
    {
        if (receiver is not [0x04, ..] || receiver.Length != PointSize)
        {
            throw new CryptographicException("The browser's key is no uncompressed point of P-256.");
        }

        using var other = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = receiver[1..33], Y = receiver[33..] },
        });
        byte[] info = [.. "WebPush: info\0"u8, .. receiver, .. point];
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, sender.DeriveRawSecretAgreement(other.PublicKey), 32, auth, info);
    }

    private static byte[] Derive(byte[] secret, byte[] salt, string info, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, length, salt, Encoding.ASCII.GetBytes(info));
}
