using System.Text;

namespace OnCall.Api.Auth.SecondFactor;

/// <summary>Base32 (RFC 4648, 6) without padding, as authenticators take a secret.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, held) = ((bits << 8) | value, held + 8);
            for (; held >= 5; held -= 5)
            {
                text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return held == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>Of what <see cref="Of"/> wrote.</summary>
    internal static byte[] Read(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (bits, held) = (0, 0);
        foreach (var sign in text)
        {
            (bits, held) = (((bits << 5) | Alphabet.IndexOf(sign, StringComparison.Ordinal)) & 0xfff, held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
            }
        }

        return [.. bytes];
    }
}
