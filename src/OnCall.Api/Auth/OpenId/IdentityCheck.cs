using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace OnCall.Api.Auth.OpenId;

/// <summary>Reads who somebody is from the provider's id token (OpenID Connect Core 1.0, 3.1.3.7), and asks the provider for what is not in it.</summary>
internal sealed class IdentityCheck(TokenRules rules, TokenExchange exchange, IOptions<OpenIdSettings> options)
{
    private OpenIdSettings Settings => options.Value;

    /// <param name="nonce">Of this browser's sign-in.</param>
    /// <param name="since">When the provider was told to ask who it is; null where it need not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OpenIdFailure">The token is not the answer to this sign-in.</exception>
    public async Task<Vouched> RunAsync(OpenIdConnectConfiguration known, string idToken, string accessToken, string nonce, Instant? since, CancellationToken cancellationToken)
    {
        var token = await rules.CheckAsync(idToken, Settings.ClientId!, types: null, cancellationToken);
        using var identity = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
        var claims = identity.RootElement;
        if (Problem(claims, token, accessToken, nonce, since) is { } problem)
        {
            throw new OpenIdFailure(OpenIdTrouble.Untrusted, problem);
        }

        var number = ProviderClaims.EmployeeNo(claims, Settings.EmployeeNoClaim);
        var groups = ProviderClaims.List(claims, Settings.GroupsClaim);
        var elsewhere = ProviderClaims.IsElsewhere(claims, Settings.GroupsClaim);
        if ((number is null || (groups is null && !elsewhere)) && !string.IsNullOrEmpty(known.UserInfoEndpoint))
        {
            using var user = await exchange.UserAsync(known, accessToken, cancellationToken);
            var more = user.RootElement;
            if (ProviderClaims.Text(more, "sub") != token.Subject)
            {
                throw new OpenIdFailure(OpenIdTrouble.Untrusted, "The provider's answer about the user is about another.");
            }

            number ??= ProviderClaims.EmployeeNo(more, Settings.EmployeeNoClaim);
            groups ??= ProviderClaims.List(more, Settings.GroupsClaim);
            elsewhere |= ProviderClaims.IsElsewhere(more, Settings.GroupsClaim);
        }

        // Many providers leave out a list that is empty.
        return new Vouched(number, groups ?? (elsewhere ? null : []), ProviderClaims.ShowSecondFactor(claims, Settings));
    }

    private string? Problem(JsonElement claims, JsonWebToken token, string accessToken, string nonce, Instant? since) => token switch
    {
        _ when string.IsNullOrEmpty(token.Subject) => "The id token names nobody.",
        _ when !IsSame(ProviderClaims.Text(claims, "nonce"), nonce) => "The id token is not for this sign-in: its nonce is another.",
        _ when (ProviderClaims.Text(claims, "azp") ?? Settings.ClientId) != Settings.ClientId => "The id token was made for another client.",
        _ when token.Audiences.Skip(1).Any() && ProviderClaims.Text(claims, "azp") is null => "The id token is for several, and does not say for whom it was made.",
        _ when ProviderClaims.Text(claims, "at_hash") is { } hash && !IsSame(hash, HalfHash(token.Alg, accessToken)) => "The access token is not the one of the id token.",
        _ when since is { } asked && IsBefore(claims, asked) => "The provider was told to ask who it is, and answers by an earlier sign-in.",
        _ => null,
    };

    // A provider that does not say when is believed: some never do.
    private static bool IsBefore(JsonElement claims, Instant asked) =>
        claims.TryGetProperty("auth_time", out var at) && (at.ValueKind != JsonValueKind.Number || !at.TryGetInt64(out var seconds) || seconds < (asked - TokenRules.Leeway).ToUnixTimeSeconds());

    // Core 1.0, 3.1.3.6: the left half of the hash that the signature uses.
    private static string HalfHash(string algorithm, string accessToken)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch { "384" => SHA384.HashData(bytes), "512" => SHA512.HashData(bytes), _ => SHA256.HashData(bytes) };
        return Base64UrlEncoder.Encode(hash[..(hash.Length / 2)]);
    }

    private static bool IsSame(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
