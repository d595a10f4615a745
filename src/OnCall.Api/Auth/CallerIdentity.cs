using System.Security.Claims;
using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth;

/// <summary>The caller as ASP.NET Core carries them.</summary>
internal static class CallerIdentity
{
    /// <summary>The key that a session stands on; revoking the key ends the session.</summary>
    internal const string KeyClaim = "oncall:key";

    internal static ClaimsPrincipal Of(KeyHolder holder, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, holder.Caller.Name), new Claim(KeyClaim, holder.Key.ToString())], scheme));

    internal static void Remember(HttpContext context, Caller caller) => context.Features.Set(new Known(caller));

    /// <summary>Who is asking. Every endpoint has a caller but those that say that they need none.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lets in callers without a key.</exception>
    public static Caller Caller(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Known>()?.Caller ?? throw new InvalidOperationException("This endpoint has no caller: it lets in requests without a key.");
    }

    private sealed record Known(Caller Caller);
}
