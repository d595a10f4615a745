using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>A browser with JavaScript off: follows links and redirects, keeps cookies, sends forms with the button that was pressed.</summary>
public sealed class Browser(HttpClient client, List<string> visited)
{
    private static readonly HtmlParser Parser = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every address that was asked for, redirects included.</summary>
    public IReadOnlyList<string> Visited => visited;

    public int Status { get; private set; }

    public string Path { get; private set; } = "";

    public string CacheControl { get; private set; } = "";

    public Task<IHtmlDocument> OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Presses the button with that text, after filling in fields by their labels.</summary>
    public Task<IHtmlDocument> PressAsync(IHtmlDocument screen, string button, params (string Label, string Value)[] fields) =>
        SendAsync(Press(screen, button, fields));

    /// <summary>The request that pressing a button makes; a browser sends it as often as the button is pressed.</summary>
    public static HttpRequestMessage Press(IHtmlDocument screen, string button, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            Fill(screen, label, value);
        }

        var pressed = Assert.Single(screen.QuerySelectorAll<IHtmlButtonElement>("main button"), b => b.TextContent.Trim() == button);
        var form = pressed.Form!;
        var values = form.Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Type is not ("radio" or "checkbox") || i.IsChecked)
            .Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => KeyValuePair.Create(t.Name!, t.Value)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => KeyValuePair.Create(s.Name!, s.Value!)))
            .Concat(pressed.Name is { Length: > 0 } name ? [KeyValuePair.Create(name, pressed.Value)] : []);
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return form.GetAttribute("method") == "get"
            ? new HttpRequestMessage(HttpMethod.Get, action + QueryString.Create(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))))
            : new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values) };
    }

    /// <summary>How an address is answered, where it need not be a screen.</summary>
    public async Task<int> StatusOfAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (int)answer.StatusCode;
    }

    public async Task<IHtmlDocument> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await client.SendAsync(request, Cancel);
        Status = (int)answer.StatusCode;
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        CacheControl = answer.Headers.CacheControl?.ToString() ?? "";
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return await Parser.ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(Cancel), Cancel);
    }

    private static void Fill(IHtmlDocument screen, string label, string value)
    {
        var named = screen.QuerySelectorAll<IHtmlLabelElement>("label").First(l => l.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));
        switch (named.Control)
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" } radio:
                radio.IsChecked = true;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            default:
                Assert.Fail($"'{label}' labels no field.");
                break;
        }
    }
}
