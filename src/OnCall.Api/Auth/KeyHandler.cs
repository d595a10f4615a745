using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OnCall.Application.Access;

namespace OnCall.Api.Auth;

/// <summary>Lets in whoever sends a key in force as a bearer token (RFC 6750).</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyCache keys)
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

        if (await keys.BySecretAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } holder)
        {
            return AuthenticateResult.Fail("The key is not in force.");
        }

        CallerIdentity.Remember(Context, holder.Caller);
        return Admitted.GetValue(holder, Admit);
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
