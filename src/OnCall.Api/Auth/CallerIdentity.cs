using System.Globalization;
using System.Security.Claims;
using NodaTime;
using OnCall.Api.Auth.OpenId;
using OnCall.Application.Access;
using OnCall.Application.Access.Sessions;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth;

/// <summary>The caller as ASP.NET Core carries them.</summary>
internal static class CallerIdentity
{
    private const string KeyClaim = "oncall:key";
    private const string SessionClaim = "oncall:session";
    private const string TokenClaim = "oncall:token";

    internal static ClaimsPrincipal Of(KeyHolder holder) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, holder.Caller.Name), new Claim(KeyClaim, holder.Key.ToString())], Schemes.Key));

    internal static ClaimsPrincipal Of(Session session, string name) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), new Claim(SessionClaim, session.Id.ToString())], Schemes.Session));

    internal static ClaimsPrincipal Of(Bearer bearer) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, bearer.Caller.Name),
            new Claim(TokenClaim, bearer.EmployeeNo),
            new Claim(ClaimTypes.Expiration, bearer.Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        Schemes.Key));

    /// <summary>Whose access token it is, and until when it is good; null for a caller with a key or a session.</summary>
    internal static (string EmployeeNo, Instant Until)? Token(this ClaimsPrincipal user) =>
        user.FindFirstValue(TokenClaim) is { } number && long.TryParse(user.FindFirstValue(ClaimTypes.Expiration), CultureInfo.InvariantCulture, out var until)
            ? (number, Instant.FromUnixTimeSeconds(until))
            : null;

    internal static ApiKeyId? Key(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(KeyClaim), out var key) ? new ApiKeyId(key) : null;

    /// <summary>The browser's session; null for a caller with a key.</summary>
    internal static SessionId? Session(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? new SessionId(session) : null;

    internal static void Remember(HttpContext context, Caller caller, Session? session = null) => context.Features.Set(new Known(caller, session));

    /// <summary>Who is asking. Every endpoint has a caller but those that say that they need none.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lets in callers without a key.</exception>
    public static Caller Caller(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Known>()?.Caller ?? throw new InvalidOperationException("This endpoint has no caller: it lets in requests without a key.");
    }

    /// <summary>False on the screens that are open to whoever is not signed in.</summary>
    internal static bool HasCaller(this HttpContext context) => context.Features.Get<Known>() is not null;

    /// <summary>The session that asks; null for a caller with a key, and for none.</summary>
    internal static Session? Session(this HttpContext context) => context.Features.Get<Known>()?.Session;

    private sealed record Known(Caller Caller, Session? Session);
}
