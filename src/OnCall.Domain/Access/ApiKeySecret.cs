using System.Security.Cryptography;
using System.Text;

namespace OnCall.Domain.Access;

/// <summary>
/// The secret of an API key. Told once when it is made; only its hash is kept.
/// 256 random bits need no salt and no slow hash: there is nothing to guess.
/// </summary>
public static class ApiKeySecret
{
    /// <summary>What every key begins with, so that a leaked one is recognised by scanners.</summary>
    public const string Prefix = "oc_";

    /// <summary>Makes a key from 256 bits of a cryptographic source.</summary>
    public static string FromBits(ulong first, ulong second, ulong third, ulong fourth)
    {
        Span<byte> bytes = stackalloc byte[32];
        BitConverter.TryWriteBytes(bytes, first);
        BitConverter.TryWriteBytes(bytes[8..], second);
        BitConverter.TryWriteBytes(bytes[16..], third);
        BitConverter.TryWriteBytes(bytes[24..], fourth);
        return Prefix + System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    /// <summary>SHA-256 in lower-case hex: what is stored and looked up.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
