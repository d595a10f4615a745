using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using OnCall.Api.Auth;
using OnCall.Api.Limits;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Refusals;

/// <summary>Sees each answer that refuses somebody, whoever gave it, and has it logged and counted.</summary>
internal sealed class RefusalWatch(RequestDelegate next, RefusalLog log)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await next(context);
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest && Why(context) is { } why)
        {
            log.Take(new RefusedRequest(why, Caller(context), LimitedCaller.NetworkOf(context.Connection.RemoteIpAddress), Method(context), Template(context) ?? "none"));
        }
    }

    private static RefusalReason? Why(HttpContext context) => context.Features.Get<RefusedAs>()?.Why ?? context.Response.StatusCode switch
    {
        400 when context.Features.Get<IExceptionHandlerFeature>()?.Error.InnerException is AntiforgeryValidationException => RefusalReason.ForgedRequest,
        401 when LimitedCaller.IsSigningIn(context.Request.Path) => RefusalReason.SignIn,
        401 => context.Request.Headers.Authorization.Count > 0 || BrowserRequest.HasSession(context.Request) ? RefusalReason.WrongKey : RefusalReason.NoKey,
        403 => RefusalReason.Forbidden,
        404 when Template(context)?.Contains("{token", StringComparison.Ordinal) == true => RefusalReason.WrongToken,
        421 => RefusalReason.Unencrypted,
        429 => RefusalReason.TooManyRequests,
        _ => null,
    };

    private static string Caller(HttpContext context) =>
        context.User.Key() is { } key ? "key:" + key : context.HasCaller() ? context.Caller().Key : "anonymous";

    private static string Method(HttpContext context) => Array.Find(Methods, m => HttpMethods.Equals(m, context.Request.Method)) ?? "other";

    // Whoever answers to an exception has taken the endpoint away.
    private static string? Template(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint) is RouteEndpoint { RoutePattern.RawText: { } text }
            ? "/" + text.Trim('/')
            : null;
}
