using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using NodaTime.Extensions;

namespace OnCall.Api.Tests.OpenId;

/// <summary>Access tokens as the provider would sign them, and as it would not.</summary>
internal sealed record Tokens(string Issuer, SigningCredentials? Signing)
{
    public Tokens(Provider provider)
        : this(provider.Issuer, new SigningCredentials(provider.Key, SecurityAlgorithms.RsaSha256))
    {
    }

    public string Audience { get; init; } = House.Audience;

    public string Type { get; init; } = "at+jwt";

    public string Claim { get; init; } = "employee_number";

    /// <summary>How the person has shown who they are (RFC 8176).</summary>
    public string[]? Methods { get; init; }

    /// <summary>From now on.</summary>
    public Duration From { get; init; } = Duration.Zero;

    public Duration Life { get; init; } = Duration.FromMinutes(5);

    public string For(string employeeNo)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "somebody", ["client_id"] = "portal", [Claim] = employeeNo };
        if (Methods is not null)
        {
            claims["amr"] = Methods;
        }

        var from = TimeProvider.System.GetCurrentInstant() + From;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = from.ToDateTimeUtc(),
            Expires = (from + Life).ToDateTimeUtc(),
            Claims = claims,
            TokenType = Type,
            SigningCredentials = Signing,
        });
    }
}
