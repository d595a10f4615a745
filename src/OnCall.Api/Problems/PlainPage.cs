using System.Net;
using System.Net.Mime;

namespace OnCall.Api.Problems;

/// <summary>A page for people where something went wrong outside a screen. Needs nothing else to work.</summary>
internal static class PlainPage
{
    internal static Task WriteAsync(HttpResponse response, string title, string detail)
    {
        response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        return response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(title)} – OnCall</title><link rel="stylesheet" href="/screens.css"></head>
            <body><main><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(detail)}</p><p><a class="button" href="/">Back to OnCall</a></p></main></body>
            </html>
            """);
    }
}
