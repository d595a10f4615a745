using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth.OpenId;
using OnCall.Api.Auth.Passkeys;
using OnCall.Application.Access.Sessions;

namespace OnCall.Api.Auth;

/// <summary>Ends sessions, and lets the screens of signing in be seen by whoever is not in yet.</summary>
internal static class SignInEndpoints
{
    internal static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenScreens("/sign-in", "/sign-in/code", "/sign-in/authenticator", "/welcome/{token}", "/set-up", "/a/{token}");
        routes.MapPasskeys();
        routes.MapOpenId();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, EndSessions end, [FromForm] string? to, CancellationToken cancellationToken)
    {
        if (context.User.Session() is { } session)
        {
            await end.OneAsync(context.Caller(), session, cancellationToken);
        }

        await context.SignOutAsync(Schemes.Session);

        // What the browser has kept of screens. Not its cookies: what the next sign-in begins with is among them.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return TypedResults.LocalRedirect(OwnPath.Or(to, "/sign-in"));
    }
}
