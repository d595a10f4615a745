using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace OnCall.Api.Auth.OpenId;

/// <summary>
/// Signs in by OpenID Connect: authorization code with PKCE. The framework keeps state and verifier, sealed and bound to this browser by a
/// cookie that is good once; the provider's id token says who it was.
/// </summary>
internal sealed class OpenIdHandler(
    IOptionsMonitor<OpenIdHandlerOptions> options, ILoggerFactory logger, UrlEncoder encoder, OpenIdProvider provider, TokenExchange exchange, IdentityCheck check, IClock clock)
    : OAuthHandler<OpenIdHandlerOptions>(options, logger, encoder)
{
    internal const string CallbackPath = "/sign-in/openid/callback";

    /// <summary>Where somebody wanted to go, among what the state carries.</summary>
    internal const string To = "to";

    /// <summary>There when nobody else uses the computer.</summary>
    internal const string Own = "own";

    /// <summary>There when the provider may answer by a session that it has, without asking.</summary>
    internal const string Silent = "silent";

    private const string Nonce = "nonce";
    private const string LoginAsked = "login-asked";

    // In seconds: as much as clocks may differ.
    private const string LongestAgo = "120";
    private OpenIdConnectConfiguration? _known;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        _known = await KnownAsync();
        properties.Items[Nonce] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        if (!properties.Items.ContainsKey(Silent))
        {
            properties.Items[LoginAsked] = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var asked = QueryHelpers.ParseQuery(base.BuildChallengeUrl(properties, Outside(redirectUri)));
        asked["nonce"] = properties.Items[Nonce];
        if (!properties.Items.ContainsKey(Silent))
        {
            // The provider's session at a ward's computer may be of whoever used it before.
            asked["prompt"] = "login";

            // With it the provider has to say when somebody signed in there (Core 1.0, 2, auth_time).
            asked["max_age"] = LongestAgo;
        }

        return QueryHelpers.AddQueryString(_known!.AuthorizationEndpoint, asked);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        _known = await KnownAsync();

        // RFC 9207: where the answer says whose it is, it is this provider's.
        return Request.Query.TryGetValue("iss", out var issuer) && issuer != _known.Issuer
            ? HandleRequestResult.Fail(new OpenIdFailure(OpenIdTrouble.Untrusted, "The answer is of another provider."))
            : await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        try
        {
            var verifier = context.Properties.Items.TryGetValue(OAuthConstants.CodeVerifierKey, out var kept) ? kept : null;
            return OAuthTokenResponse.Success(await exchange.TokensAsync(_known!, context.Code, Outside(context.RedirectUri), verifier, Context.RequestAborted));
        }
        catch (OpenIdFailure failure)
        {
            return OAuthTokenResponse.Failed(failure);
        }
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        if (ProviderClaims.Text(tokens.Response!.RootElement, "id_token") is not { } idToken || !properties.Items.TryGetValue(Nonce, out var nonce))
        {
            throw new OpenIdFailure(OpenIdTrouble.Untrusted, "The provider gave no id token.");
        }

        Context.Features.Set(await check.RunAsync(_known!, idToken, tokens.AccessToken!, nonce!, Since(properties), Context.RequestAborted));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private static Instant? Since(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(LoginAsked, out var kept) && long.TryParse(kept, CultureInfo.InvariantCulture, out var seconds) ? Instant.FromUnixTimeSeconds(seconds) : null;

    // The host that a request names is not to be trusted where the house says what it is called.
    private string Outside(string redirectUri) => string.IsNullOrEmpty(Options.PublicUrl) ? redirectUri : Options.PublicUrl.TrimEnd('/') + CallbackPath;

    private async Task<OpenIdConnectConfiguration> KnownAsync() =>
        await provider.FindAsync(Context.RequestAborted) ?? throw new OpenIdFailure(OpenIdTrouble.Away, "The provider does not answer.");
}
