using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OnCall.Testing.Providers;

/// <summary>A browser that has subscribed: it alone can read what is pushed to it.</summary>
public sealed class StubBrowser : IDisposable
{
    private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _auth = RandomNumberGenerator.GetBytes(16);

    public string P256dh => Base64Url.EncodeToString(Point(_key));

    public string Auth => Base64Url.EncodeToString(_auth);

    /// <summary>The private number, for others who decrypt.</summary>
    public string PrivateKey => Base64Url.EncodeToString(_key.ExportParameters(includePrivateParameters: true).D!);

    /// <summary>Reads what a push service got for it.</summary>
    public JsonElement Read(ProviderRequest push)
    {
        ArgumentNullException.ThrowIfNull(push);
        using var document = JsonDocument.Parse(Decrypt(push.Bytes.ToArray()));
        return document.RootElement.Clone();
    }

    public void Dispose() => _key.Dispose();

    private byte[] Decrypt(byte[] body)
    {
        var (salt, size, sender) = (body[..16], (int)BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)), body[21..86]);
        if (body[20] != sender.Length || body.Length - 86 > size)
        {
            throw new CryptographicException("Not one record for one key.");
        }

        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        byte[] info = [.. "WebPush: info\0"u8, .. Point(_key), .. sender];
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, _key.DeriveRawSecretAgreement(other.PublicKey), 32, _auth, info);
        using var aes = new AesGcm(Derive(secret, salt, "aes128gcm", 16), 16);
        var plain = new byte[body.Length - 86 - 16];
        aes.Decrypt(Derive(secret, salt, "nonce", 12), body.AsSpan(86, plain.Length), body.AsSpan(86 + plain.Length), plain);
        return plain[..Array.LastIndexOf(plain, (byte)2)];
    }

    private static byte[] Derive(byte[] secret, byte[] salt, string what, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, length, salt, Encoding.ASCII.GetBytes($"Content-Encoding: {what}\0"));

    private static byte[] Point(ECDiffieHellman key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. q.X!, .. q.Y!];
    }
}
