using System.Net;
using System.Net.Mime;
using OnCall.Api.Screens.Wording;

namespace OnCall.Api.Problems;

/// <summary>A page for people where something went wrong outside a screen, in their language. Needs nothing else to work.</summary>
internal static class PlainPage
{
    internal static Task WriteAsync(HttpResponse response, string title, string detail)
    {
        var t = new Texts();
        t.For(response.HttpContext);
        var (heading, said) = (WebUtility.HtmlEncode(t.Sentence(title)), WebUtility.HtmlEncode(t.Sentence(detail)));
        response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        return response.WriteAsync($"""
            <!doctype html>
            <html lang="{t.Language.Tag}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{heading} – OnCall</title><link rel="stylesheet" href="/screens.css"></head>
            <body><main><h1>{heading}</h1><p>{said}</p><p><a class="button" href="/">{t["Back to OnCall"]}</a></p></main></body>
            </html>
            """);
    }
}
