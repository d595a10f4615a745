using Microsoft.AspNetCore.Antiforgery;
using OnCall.Api.Problems;
using OnCall.Api.Refusals;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Auth;

/// <summary>
/// A browser sends its session by itself, also when another site made it ask. So a call of the API by session that changes
/// something must carry the anti-forgery token; screens check theirs on every post by themselves.
/// </summary>
internal sealed class SessionForgery(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>Where a screen's script puts the token.</summary>
    internal const string Header = "X-OnCall-Token";

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (NeedsToken(context) && !await antiforgery.IsRequestValidAsync(context))
        {
            context.Features.Set(new RefusedAs(RefusalReason.ForgedRequest));
            var problem = Problem.Details(400, "forged-request", "The request does not come from a screen of OnCall", "Load the screen again and repeat it.");
            ScriptWords.Tell(context, problem);
            await TypedResults.Problem(problem).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static bool NeedsToken(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: Schemes.Session }
        && context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method);
}
