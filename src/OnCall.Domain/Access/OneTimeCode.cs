using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace OnCall.Domain.Access;

/// <summary>
/// The six digits of an authenticator (TOTP, RFC 6238 with SHA-1 and steps of 30 s, as every authenticator has it). The time comes in:
/// it is the installation's, not that of a node whose clock may be off.
/// </summary>
public static class OneTimeCode
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private const long StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The step of this time, counted from 1970.</summary>
    public static long StepOf(Instant at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step (RFC 4226, 5.3).</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 and all authenticators say SHA-1; HMAC does not need it free of collisions.")]
    public static string Of(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0f)..]) & 0x7fffffff) % Modulus;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step that the code is of: this one, or one before or after it for a phone that is not quite on time (RFC 6238, 5.2).
    /// Null when it is of none. Whoever asks remembers the step, and takes it only once.
    /// </summary>
    public static long? Find(ReadOnlySpan<byte> secret, string code, Instant now)
    {
        ArgumentNullException.ThrowIfNull(code);
        var given = Encoding.ASCII.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret, step)), given))
            {
                found = step;
            }
        }

        return found;
    }
}
