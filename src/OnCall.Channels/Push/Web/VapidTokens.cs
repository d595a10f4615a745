using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using OnCall.Application.Devices;

namespace OnCall.Channels.Push.Web;

/// <summary>Says to a push service who sends (RFC 8292): a token of ES256 for each service, used again until half of its time is over.</summary>
/// <param name="subject">Whom its operator can reach: a <c>mailto:</c> or <c>https:</c> address.</param>
internal sealed class VapidTokens(string subject)
{
    /// <summary>How long a token counts; the standard allows 24 h, and clocks differ.</summary>
    internal static readonly Duration Lifetime = Duration.FromHours(12);

    // Services are few; whoever registers devices under ever new names of one is not to fill the memory.
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<(string Origin, int Key), (string Token, Instant Until)> _kept = new();

    /// <summary>The header for a push to this endpoint.</summary>
    internal AuthenticationHeaderValue HeaderOf(Uri endpoint, PushKey key, Instant now)
    {
        var origin = endpoint.GetLeftPart(UriPartial.Authority);
        if (!_kept.TryGetValue((origin, key.Number), out var kept) || now >= kept.Until)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            kept = (Token(origin, key, now + Lifetime), now + (Lifetime / 2));
            _kept[(origin, key.Number)] = kept;
        }

        return new AuthenticationHeaderValue("vapid", $"t={kept.Token}, k={Base64Url.EncodeToString(key.PublicKey)}");
    }

    private string Token(string origin, PushKey key, Instant end)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { aud = origin, exp = end.ToUnixTimeSeconds(), sub = subject });
        var signed = $"{Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        using var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(key.PrivateKey, out _);
        var signature = pair.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }
}
