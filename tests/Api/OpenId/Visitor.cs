using System.Net;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.OpenId;

/// <summary>A browser that signs in by the provider.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly ApiHost _host;
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly Walk _walk;

    /// <param name="from">Whose link the browser followed, as it tells by itself.</param>
    public Visitor(ApiHost host, string from = "same-origin")
    {
        _host = host;
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _client.DefaultRequestHeaders.Add("Sec-Fetch-Site", from);
        _walk = new Walk(_client);
    }

    /// <summary>What is done to each address that the browser is sent to.</summary>
    public Func<Uri, Uri> Touch
    {
        set => _walk.Touch = value;
    }

    /// <summary>As far as the address by which the provider sends back to OnCall; what OnCall says instead when it does not get there.</summary>
    public Task<Uri> ToCallbackAsync(string login, string to = "/", bool own = false) => _walk.ToAsync(
        new Uri(_host.Address, $"/sign-in/openid?to={Uri.EscapeDataString(to)}&own={(own ? "true" : "false")}"), login, a => a.Host == House.Name || a.Authority == _host.Address.Authority);

    /// <summary>Opens that address, and tells where OnCall sends on to.</summary>
    public async Task<string> ComeBackAsync(Uri callback)
    {
        using var answer = await _client.GetAsync(new Uri(_host.Address, callback.PathAndQuery));
        return answer.Headers.Location?.ToString() ?? $"{(int)answer.StatusCode}";
    }

    /// <summary>All the way.</summary>
    public async Task<string> SignInAsync(string login, string to = "/", bool own = false)
    {
        var callback = await ToCallbackAsync(login, to, own);
        return callback.Host == House.Name ? await ComeBackAsync(callback) : callback.PathAndQuery;
    }

    public Task<string> SeeAsync(string path) => _client.GetStringAsync(new Uri(_host.Address, path));

    public async Task<bool> IsInAsync() => (await _client.GetAsync(new Uri(_host.Address, "/api/v1/me/sessions"))).StatusCode == HttpStatusCode.OK;

    public void Dispose() => _client.Dispose();
}
