using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace OnCall.Channels.Twilio;

/// <summary>
/// Proves that a webhook comes from the provider: HMAC-SHA1, keyed by the account's token, over the full URL followed by the
/// form's names and values in order of name (twilio.com/docs/usage/webhooks/webhooks-security). The URL is the one that
/// the provider called, so behind a proxy it is built from the public URL.
/// </summary>
public static class TwilioSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>The signature of a form post, in base 64.</summary>
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var signed = new StringBuilder(url);
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            foreach (var value in values.Select(v => v ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                signed.Append(name).Append(value);
            }
        }

#pragma warning disable CA5350 // The provider's choice; HMAC does not rest on the hash's resistance to collisions.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>True when <paramref name="header"/> signs this form post. The provider writes the default port or leaves it out.</summary>
    public static bool Matches(string authToken, string? header, string url, IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        if (string.IsNullOrEmpty(authToken) || string.IsNullOrEmpty(header))
        {
            return false;
        }

        var fields = form.ToList();
        return SignedUrl.Spellings(url).Aggregate(false, (found, spelling) => found | Same(header, Compute(authToken, spelling, fields)));
    }

    /// <summary>True when <paramref name="header"/> signs this JSON post, whose URL carries the body's hash as <c>bodySHA256</c>.</summary>
    public static bool MatchesBody(string authToken, string? header, string url, ReadOnlySpan<byte> body) =>
        SignedUrl.BodyHash(url) is { } hash
        && Same(hash, Convert.ToHexStringLower(SHA256.HashData(body)))
        && Matches(authToken, header, url, []);

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
