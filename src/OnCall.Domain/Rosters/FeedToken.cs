using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OnCall.Domain.Rosters;

/// <summary>
/// The secret in the address of a calendar feed, since calendars send no key. Told once when it is made; only its hash is kept.
/// 192 random bits need no salt and no slow hash: there is nothing to guess.
/// </summary>
public static class FeedToken
{
    /// <summary>Makes a token, fit for a path, from 192 bits of a cryptographic source.</summary>
    public static string FromBits(ulong first, ulong second, ulong third)
    {
        Span<byte> bytes = stackalloc byte[24];
        BitConverter.TryWriteBytes(bytes, first);
        BitConverter.TryWriteBytes(bytes[8..], second);
        BitConverter.TryWriteBytes(bytes[16..], third);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>SHA-256 in lower-case hex: what is stored and looked up.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
