using NodaTime;
using OnCall.Application;
using OnCall.Domain.Directory;

namespace OnCall.Api.Auth;

/// <summary>
/// What changes how somebody signs in wants a session that began lately: whoever finds a computer open must not make it theirs for good.
/// </summary>
internal static class Recent
{
    private static readonly Duration Life = Duration.FromMinutes(15);

    internal static Refusal SignInAgain { get; } =
        Refusal.Forbidden("Sign in again first: what changes how you sign in is taken within 15 minutes of signing in with a browser.");

    /// <summary>Null when the session did not begin lately, or when it is a key that asks.</summary>
    internal static PersonId? Person(HttpContext context)
    {
        var now = context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        return context.Session() is { } session && now - session.StartedAt < Life ? session.Person : null;
    }
}
