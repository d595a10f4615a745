using Microsoft.Extensions.Options;
using OnCall.Api.Https;

namespace OnCall.Api.Composition;

/// <summary>What browsers are told to refuse, on every answer.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    internal static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var transport = app.ApplicationServices.GetRequiredService<IOptions<HttpsSettings>>().Value.StrictTransport;
        Func<object, Task> write = response => WriteAsync((HttpResponse)response, transport);
        app.Use((context, next) =>
        {
            // At the last moment: whoever answers to an exception begins by clearing the headers.
            context.Response.OnStarting(write, context.Response);
            return next(context);
        });
    }

    private static Task WriteAsync(HttpResponse response, string? transport)
    {
        var headers = response.Headers;
        if (transport is not null && response.HttpContext.Request is { IsHttps: true } request && !IsHere(request.Host.Host))
        {
            headers.StrictTransportSecurity = transport;
        }

        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

        // What says nothing of being kept holds names or words of a page: no proxy and no disk of a ward's computer keeps it.
        if (headers.CacheControl.Count == 0 && headers.ETag.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
        return Task.CompletedTask;
    }

    // What a developer's browser is told of this machine would count for every other program on it.
    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";
}
