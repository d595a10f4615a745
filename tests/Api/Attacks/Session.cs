using System.Net;
using AngleSharp.Html.Parser;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>A browser's session, with its cookies in hand.</summary>
internal sealed record Session(HttpClient Client, string Cookies)
{
    /// <summary>Signs in with a key, as the form does.</summary>
    public static async Task<(Session Session, HttpResponseMessage Answer)> SignInAsync(ApiHost host, string key, string? to = null)
    {
        var (form, text) = await host.Anonymous.AskAsync("GET", "/sign-in" + (to is null ? "" : "?to=" + Uri.EscapeDataString(to)), null, "text/html");
        var forgery = form.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = new HtmlParser().ParseDocument(text).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var fields = new FormUrlEncodedContent([new("key", key), new("__RequestVerificationToken", token), .. to is null ? [] : new[] { KeyValuePair.Create("to", to) }]);
        var (answer, _) = await host.Anonymous.AskAsync("POST", "/sign-in", fields, "text/html", ("Cookie", forgery));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var session = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("oncall-session=", StringComparison.Ordinal)).Split(';')[0];
        return (new Session(host.Anonymous, $"{session}; {forgery}"), answer);
    }

    public Task<(HttpResponseMessage Answer, string Text)> AskAsync(string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers) =>
        Client.AskAsync(method, path, content, "text/html", [("Cookie", Cookies), .. headers]);
}
