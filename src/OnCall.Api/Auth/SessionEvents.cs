using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OnCall.Api.Auth.Sessions;

namespace OnCall.Api.Auth;

/// <summary>The cookie says which session it is; what that is worth now the database says.</summary>
internal sealed class SessionEvents(SessionCache sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellationToken = context.HttpContext.RequestAborted;
        if (context.Principal?.Session() is { } id && await sessions.FindAsync(id, cancellationToken) is { } holder)
        {
            if (BrowserRequest.IsSomebodyPresent(context.Request))
            {
                await sessions.SeeAsync(holder, cancellationToken);
            }

            CallerIdentity.Remember(context.HttpContext, holder.Caller, holder.Session);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Session);
    }

    // Only people are sent to the sign-in form; programs get the status.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        AnswerOrRedirect(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task AnswerOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (BrowserRequest.IsScreen(context.Request))
        {
            // A path only: the host that a request names is not to be trusted.
            var to = "/sign-in?to=" + Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString);

            // Whoever posted must not take the sign-in form for a success.
            context.Response.Redirect(HttpMethods.IsPost(context.Request.Method) ? to + "&lost=true" : to);
        }
        else
        {
            context.Response.StatusCode = status;
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"OnCall\"";
        }

        return Task.CompletedTask;
    }
}
