using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace OnCall.Api.Auth.OpenId;

/// <summary>When a token of the provider is believed: its issuer, its audience, its signature, its time.</summary>
internal sealed class TokenRules(OpenIdProvider provider, IClock clock)
{
    /// <summary>By so much may clocks differ.</summary>
    internal static readonly Duration Leeway = Duration.FromMinutes(2);

    // Keys that only the provider has. With HMAC whoever knows the client's secret, or takes the public key for one, could sign (RFC 8725, 2.1).
    private static readonly string[] Asymmetric =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <param name="token">As it came.</param>
    /// <param name="audience">Whom it must be for.</param>
    /// <param name="types">What its header may call it; null for anything.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OpenIdFailure">It is not believed, or the provider's keys are not known.</exception>
    public async Task<JsonWebToken> CheckAsync(string token, string audience, IReadOnlyList<string>? types, CancellationToken cancellationToken)
    {
        var known = await provider.FindAsync(cancellationToken) ?? throw new OpenIdFailure(OpenIdTrouble.Away, "The provider's keys are not known.");
        var result = await _handler.ValidateTokenAsync(token, Parameters(known, audience, types));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await provider.FindNewAsync(cancellationToken) is { } renewed && renewed != known)
        {
            result = await _handler.ValidateTokenAsync(token, Parameters(renewed, audience, types));
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken read }
            ? read
            : throw new OpenIdFailure(OpenIdTrouble.Untrusted, "A token is not believed: " + result.Exception?.GetType().Name);
    }

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration known, string audience, IReadOnlyList<string>? types) => new()
    {
        ValidIssuer = known.Issuer,
        ValidAudience = audience,
        IssuerSigningKeys = known.SigningKeys,
        ValidAlgorithms = Asymmetric,
        ValidTypes = types,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsInForce(from, until),
    };

    private bool IsInForce(DateTime? from, DateTime? until)
    {
        var now = clock.GetCurrentInstant();
        return until is { } end && now < At(end) + Leeway && (from is not { } start || At(start) - Leeway <= now);
    }

    private static Instant At(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
