using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OnCall.Api.Auth.OpenId;
using OnCall.Application.Access;

namespace OnCall.Api.Auth;

/// <summary>Lets in whoever sends a key in force, or an access token of the hospital's provider, as a bearer token (RFC 6750).</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyCache keys, KeyUses uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string Bearer = "Bearer ";

    // The same for every request of a key, as long as it is remembered.
    private static readonly ConditionalWeakTable<KeyHolder, AuthenticateResult> Admitted = [];

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var secret = header[Bearer.Length..].Trim();
        if (BearerTokens.IsLike(secret) && Context.RequestServices.GetService<BearerTokens>() is { } tokens)
        {
            return await ByTokenAsync(tokens, secret);
        }

        if (await keys.BySecretAsync(secret, Context.RequestAborted) is not { } holder)
        {
            return AuthenticateResult.Fail("The key is not in force.");
        }

        uses.Note(holder.Key);
        CallerIdentity.Remember(Context, holder.Caller);
        return Admitted.GetValue(holder, Admit);
    }

    private async Task<AuthenticateResult> ByTokenAsync(BearerTokens tokens, string token)
    {
        if (await tokens.FindAsync(token, Context.RequestAborted) is not { } bearer)
        {
            return AuthenticateResult.Fail("The token opens nothing.");
        }

        CallerIdentity.Remember(Context, bearer.Caller);
        return AuthenticateResult.Success(new AuthenticationTicket(CallerIdentity.Of(bearer), Schemes.Key));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count > 0
            ? "Bearer realm=\"OnCall\", error=\"invalid_token\""
            : "Bearer realm=\"OnCall\"";
        return Task.CompletedTask;
    }

    private static AuthenticateResult Admit(KeyHolder holder) =>
        AuthenticateResult.Success(new AuthenticationTicket(CallerIdentity.Of(holder), Schemes.Key));
}
