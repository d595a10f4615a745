namespace OnCall.Api.Composition;

/// <summary>What browsers are told to refuse, on every answer.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    internal static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: whoever answers to an exception begins by clearing the headers.
        context.Response.OnStarting(static response => WriteAsync((HttpResponse)response), context.Response);
        return next(context);
    });

    private static Task WriteAsync(HttpResponse response)
    {
        var headers = response.Headers;
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
}
