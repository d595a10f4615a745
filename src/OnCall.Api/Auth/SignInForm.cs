using System.Net;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;

namespace OnCall.Api.Auth;

/// <summary>The sign-in form: plain HTML that works with JavaScript off.</summary>
internal static class SignInForm
{
    internal static IResult Render(AntiforgeryTokenSet tokens, string? to, string? said, int status = StatusCodes.Status200OK)
    {
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in – OnCall</title>
            <link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/screens.css">
            </head>
            <body><main class="sign-in"><h1>Sign in to OnCall</h1>
            {(said is null ? "" : $"<p class=\"alert\" role=\"alert\">{WebUtility.HtmlEncode(said)}</p>")}
            <form method="post" action="/sign-in">
            <input type="hidden" name="{WebUtility.HtmlEncode(tokens.FormFieldName)}" value="{WebUtility.HtmlEncode(tokens.RequestToken)}">
            <input type="hidden" name="to" value="{WebUtility.HtmlEncode(to)}">
            <p class="field"><label for="key">Key</label><input id="key" type="password" name="key" autocomplete="current-password" required autofocus aria-describedby="key-hint"><span id="key-hint" class="hint">The key that you were given for OnCall. It begins with oc_.</span></p>
            <p class="actions"><button class="primary wide">Sign in</button></p>
            </form></main></body>
            </html>
            """;
        return TypedResults.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8, status);
    }
}
