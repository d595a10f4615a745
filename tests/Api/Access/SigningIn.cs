using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Access;

/// <summary>A browser that signs in: keeps cookies, follows nothing by itself.</summary>
internal sealed class SigningIn : IDisposable
{
    private readonly HttpClient _client;

    public SigningIn(ApiHost host, bool live = false)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (live)
        {
            _client.DefaultRequestHeaders.Add("X-OnCall-Live", "1");
        }
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<IDocument> SeeAsync(string path) => new HtmlParser().ParseDocument(await (await GetAsync(path)).Content.ReadAsStringAsync());

    /// <summary>Fills in the form of this screen and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string screen, string action, params (string Name, string Value)[] fields)
    {
        return await PostAsync(action, await TokenAsync(screen) ?? await TokenAsync("/sign-in") ?? "", fields);
    }

    public async Task<HttpResponseMessage> PostAsync(string action, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await _client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>As a screen's script calls the API.</summary>
    public async Task<HttpResponseMessage> JsonAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonRequests.Body(body) };
        request.Headers.Add("X-OnCall-Token", await TokenAsync("/account"));
        return await _client.SendAsync(request);
    }

    private async Task<string?> TokenAsync(string screen) =>
        (await SeeAsync(screen)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");

    public Task<HttpResponseMessage> PasswordAsync(string number, string password, bool own = false, string to = "/") =>
        SendAsync("/sign-in", "/sign-in", [("number", number), ("password", password), ("to", to), .. own ? [("own", "true")] : Array.Empty<(string, string)>()]);

    public async Task<bool> IsInAsync() => (await _client.GetAsync(new Uri("/api/v1/me/sessions", UriKind.Relative))).StatusCode == HttpStatusCode.OK;

    public void Dispose() => _client.Dispose();
}
