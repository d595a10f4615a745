using System.Net;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;

namespace OnCall.Api.Auth;

/// <summary>The sign-in form: plain HTML that works with JavaScript off.</summary>
internal static class SignInForm
{
    internal static IResult Render(AntiforgeryTokenSet tokens, string? to, string? failed)
    {
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in – OnCall</title></head>
            <body><main><h1>Sign in</h1>
            {(failed is null ? "" : $"<p role=\"alert\">{WebUtility.HtmlEncode(failed)}</p>")}
            <form method="post" action="/sign-in">
            <input type="hidden" name="{WebUtility.HtmlEncode(tokens.FormFieldName)}" value="{WebUtility.HtmlEncode(tokens.RequestToken)}">
            <input type="hidden" name="to" value="{WebUtility.HtmlEncode(to)}">
            <p><label>Key<br><input type="password" name="key" autocomplete="current-password" required autofocus></label></p>
            <p><button>Sign in</button></p>
            </form></main></body>
            </html>
            """;
        return TypedResults.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8, failed is null ? 200 : 401);
    }
}
