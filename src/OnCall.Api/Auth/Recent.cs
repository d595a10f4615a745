using NodaTime;
using OnCall.Application;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Api.Auth;

/// <summary>
/// What changes how somebody signs in wants a session that began lately: whoever finds a computer open must not make it theirs for good. Nor
/// must whoever found a key, so that a session that stands on one is none.
/// </summary>
internal static class Recent
{
    private static readonly Duration Life = Duration.FromMinutes(15);

    internal static Refusal SignInAgain { get; } = Refusal.Forbidden(
        "Sign in again first, and not by a key: what changes how you sign in is taken within 15 minutes of signing in with a browser. Without another way, ask an administrator for an invitation.");

    /// <summary>Null when the session did not begin lately, or when it is a key that asks, itself or by a session that stands on it.</summary>
    internal static PersonId? Person(HttpContext context)
    {
        var now = context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        return context.Session() is { Way: not SignInWay.Key } session && now - session.StartedAt < Life ? session.Person : null;
    }
}
