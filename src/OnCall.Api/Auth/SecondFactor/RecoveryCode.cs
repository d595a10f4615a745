using System.Security.Cryptography;
using System.Text;
using OnCall.Api.Auth.Accounts;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Api.Auth.SecondFactor;

/// <summary>A code for whoever has lost the authenticator: ten signs, 49 random bits, as <c>abcde-fghij</c>.</summary>
internal static class RecoveryCode
{
    // No signs that look like others.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int HalfLength = 5;
    private const int HashBytes = 32;

    public static string Make() => RandomNumberGenerator.GetString(Signs, HalfLength) + "-" + RandomNumberGenerator.GetString(Signs, HalfLength);

    /// <summary>Whether it can be one; capitals, spaces and the dash do not count.</summary>
    public static bool IsLike(string typed) => Bare(typed).Length == 2 * HalfLength;

    /// <summary>
    /// As it is stored, in hex: as slow as a password's (PBKDF2 with HMAC-SHA-512, NIST SP 800-132), and salted by whose it is, so that whoever has
    /// the database does not find 49 bits.
    /// </summary>
    public static string Hash(PersonId person, string typed) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        Bare(typed), (byte[])[.. "oncall-recovery-code-1"u8, .. person.Value.ToByteArray()], AccountServices.Rounds, HashAlgorithmName.SHA512, HashBytes));

    /// <summary>As versions before stored it.</summary>
    public static string FastHash(string typed) => RandomSecret.Hash(Encoding.UTF8.GetString(Bare(typed)));

    private static byte[] Bare(string typed) => Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant());
}
