using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using OnCall.Application.Access.SecondFactor;

namespace OnCall.Api.Auth.OpenId;

/// <summary>
/// Access tokens of the hospital's provider (RFC 9068, and JWTs of those that do not say <c>at+jwt</c>). A token speaks for the person whose
/// number it holds. One that names nobody opens nothing: systems have keys. Nor does one that shows no second factor, of whom the house asks for one.
/// </summary>
internal sealed class BearerTokens(TokenRules rules, PersonCache people, SecondFactorNeed need, IOptions<OpenIdSettings> settings)
{
    private const int Longest = 16 * 1024;
    private static readonly string[] Types = ["at+jwt", "application/at+jwt", "JWT"];

    /// <summary>Whether it is meant as a JWT: three parts, of which the first is JSON in base64url. No key of OnCall is.</summary>
    internal static bool IsLike(string secret) => secret.StartsWith("eyJ", StringComparison.Ordinal) && secret.AsSpan().Count('.') == 2;

    /// <summary>Null when it opens nothing, whatever the reason.</summary>
    public async Task<Bearer?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > Longest || await CheckAsync(token, cancellationToken) is not { } read)
        {
            return null;
        }

        using var claims = JsonDocument.Parse(Base64UrlEncoder.Decode(read.EncodedPayload));
        return ProviderClaims.EmployeeNo(claims.RootElement, settings.Value.EmployeeNoClaim) is { } number && await people.FindAsync(number, cancellationToken) is { Person: { } person } caller
            && (ProviderClaims.ShowSecondFactor(claims.RootElement, settings.Value) || !await need.IsForAsync(person, cancellationToken))
            ? new Bearer(number, caller, Instant.FromDateTimeUtc(DateTime.SpecifyKind(read.ValidTo, DateTimeKind.Utc)))
            : null;
    }

    private async Task<JsonWebToken?> CheckAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await rules.CheckAsync(token, settings.Value.Audience!, Types, cancellationToken);
        }
        catch (OpenIdFailure)
        {
            return null;
        }
    }
}
