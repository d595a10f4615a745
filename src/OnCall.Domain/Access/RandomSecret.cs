using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OnCall.Domain.Access;

/// <summary>
/// A secret that is told once: random bits as text that is fit for a path. Only its hash is kept; from 192 bits on there is nothing to guess,
/// so that it needs no salt and no slow hash.
/// </summary>
public static class RandomSecret
{
    /// <summary>Base64url (RFC 4648, 5) of these bits of a cryptographic source, in their order.</summary>
    public static string Text(params ReadOnlySpan<ulong> bits)
    {
        Span<byte> bytes = stackalloc byte[bits.Length * sizeof(ulong)];
        for (var i = 0; i < bits.Length; i++)
        {
            BitConverter.TryWriteBytes(bytes[(i * sizeof(ulong))..], bits[i]);
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>SHA-256 in lower-case hex: what is stored and looked up.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
