using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnCall.Domain.Notifications;

/// <summary>Six digits that are sent to a contact method, and show, typed in, that it is in the person's hands.</summary>
public static class ContactCode
{
    public const int Digits = 6;

    // As slow as a password's (NIST SP 800-132): six digits are soon tried through by whoever has the database.
    private const int Rounds = 210_000;
    private const int HashBytes = 32;
    private const ulong Modulus = 1_000_000;

    /// <summary>Of random bits.</summary>
    public static string Of(ulong bits) => (bits % Modulus).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>In hex (PBKDF2 with HMAC-SHA-512); spaces between the digits do not count.</summary>
    /// <param name="salt">Another one for each code.</param>
    public static string Hash(string code, string salt)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(Bare(code)), Encoding.UTF8.GetBytes("oncall-contact-code-1" + salt), Rounds, HashAlgorithmName.SHA512, HashBytes));
    }

    public static bool Matches(string code, string salt, string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(code, salt)), Encoding.ASCII.GetBytes(hash));
    }

    /// <summary>Whether it can be one.</summary>
    public static bool IsLike(string? code) => code is { Length: <= 32 } && Bare(code) is { Length: Digits } bare && bare.All(char.IsAsciiDigit);

    private static string Bare(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
}
