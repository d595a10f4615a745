using System.Text;
using NodaTime;
using OnCall.Domain.Access;

namespace OnCall.Testing;

/// <summary>The authenticator on a person's phone. Its base 32 (RFC 4648) is read apart from the program's own.</summary>
public static class AuthenticatorApp
{
    /// <summary>What it shows at that time.</summary>
    /// <param name="secret">As a screen shows it, in groups or not.</param>
    public static string Code(string secret, Instant now)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var bits = new StringBuilder();
        foreach (var sign in secret.Where(char.IsLetterOrDigit))
        {
            bits.Append(Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0'));
        }

        byte[] bytes = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
        return OneTimeCode.Of(bytes, OneTimeCode.StepOf(now));
    }
}
