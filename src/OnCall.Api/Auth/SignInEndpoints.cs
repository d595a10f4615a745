using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace OnCall.Api.Auth;

/// <summary>Opens and closes a session in the browser with a person's key.</summary>
internal static class SignInEndpoints
{
    private const string Lost = "Your session had ended: what you just did was not done. Sign in and repeat it.";

    internal static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", Form).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/sign-in", SignInAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Form(HttpContext context, IAntiforgery antiforgery, string? to, bool lost = false) =>
        SignInForm.Render(antiforgery.GetAndStoreTokens(context), to, lost ? Lost : null);

    private static async Task<IResult> SignInAsync(
        HttpContext context, KeyCache keys, IAntiforgery antiforgery, [FromForm] string? key, [FromForm] string? to, CancellationToken cancellationToken)
    {
        var holder = string.IsNullOrWhiteSpace(key) ? null : await keys.BySecretAsync(key.Trim(), cancellationToken);
        if (holder is null or { Caller.IsIntegration: true })
        {
            var why = holder is null ? "This key is not in force." : "This key belongs to a system, not to a person.";
            return SignInForm.Render(antiforgery.GetAndStoreTokens(context), to, why, StatusCodes.Status401Unauthorized);
        }

        await context.SignInAsync(Schemes.Session, CallerIdentity.Of(holder, Schemes.Session));
        return TypedResults.LocalRedirect(IsOurs(to) ? to! : "/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, [FromForm] string? to)
    {
        await context.SignOutAsync(Schemes.Session);
        return TypedResults.LocalRedirect(IsOurs(to) ? to! : "/sign-in");
    }

    // Never a redirect out of the house, nor "//elsewhere", nor what browsers read as that.
    private static bool IsOurs(string? to) => to is ['/', ..] && RedirectHttpResult.IsLocalUrl(to);
}
