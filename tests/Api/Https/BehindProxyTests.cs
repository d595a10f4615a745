using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Https;

/// <summary>A proxy holds the certificate and passes on by HTTP. The client of these tests plays the proxy.</summary>
public sealed class BehindProxyTests
{
    private const string Public = "https://oncall.hospital.example";

    [Fact]
    public async Task A_screen_asked_for_without_https_is_found_at_the_public_address()
    {
        await using var host = await BehindProxyAsync();

        var answer = await PassOnAsync(host, "/page?role=ward%2Fa", "http", "text/html");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(Public + "/page?role=ward%2Fa", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_key_sent_without_https_opens_nothing()
    {
        await using var host = await BehindProxyAsync();

        var answer = await PassOnAsync(host, "/api/v1/roles", "http", "application/json", ApiHost.AdminKey);

        var problem = await (answer.ReadAsync());
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Equal("urn:oncall:problem:https-needed", problem.Text("type"));
        Assert.Equal(HttpStatusCode.OK, (await PassOnAsync(host, "/health/live", "http", "*/*")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PassOnAsync(host, "/api/v1/roles", "https", "application/json", ApiHost.AdminKey)).StatusCode);
    }

    [Fact]
    public async Task Browsers_are_told_to_come_by_https_only_and_cookies_go_no_other_way()
    {
        await using var host = await BehindProxyAsync();

        var answer = await PassOnAsync(host, "/sign-in", "https", "text/html");

        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/api/v1/roles?limit=many", ApiHost.AdminKey, HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/roles", "no key", HttpStatusCode.Unauthorized)]
    [InlineData("/nowhere", ApiHost.AdminKey, HttpStatusCode.NotFound)]
    public async Task They_are_told_by_answers_to_what_went_wrong_too(string path, string key, HttpStatusCode status)
    {
        await using var host = await BehindProxyAsync();

        var answer = await PassOnAsync(host, path, "https", "application/json", key);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task Behind_two_proxies_the_client_is_found_and_nobody_passes_for_another()
    {
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["OnCall:Https:Proxies:0"] = "127.0.0.1", ["OnCall:Https:Proxies:1"] = "10.0.3.7", ["OnCall:Limits:PerAddress"] = "4",
        });
        var own = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            // What stands before the last address that no proxy of ours has, the client wrote itself.
            own.Add((await PassOnAsync(host, "/api/v1/roles", "https", "application/json", client: $"10.9.9.{i}, 203.0.113.5, 10.0.3.7")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, own);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PassOnAsync(host, "/api/v1/roles", "https", "application/json", client: "203.0.113.6, 10.0.3.7")).StatusCode);
    }

    [Fact]
    public async Task Of_a_network_that_is_named_as_a_proxy_nobody_passes_for_another()
    {
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["OnCall:Https:Proxies:0"] = "127.0.0.0/8", ["OnCall:Limits:PerAddress"] = "4" });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await PassOnAsync(host, "/api/v1/roles", "https", "application/json", client: $"203.0.113.{i}, 127.0.0.9")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task Where_no_proxy_is_named_nobody_is_believed_about_scheme_or_address()
    {
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["OnCall:Limits:PerAddress"] = "4" });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            var answer = await PassOnAsync(host, "/api/v1/roles", "https", "application/json", client: $"10.9.9.{i}");
            statuses.Add(answer.StatusCode);
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task Behind_a_proxy_each_client_is_counted_for_itself()
    {
        await using var host = await BehindProxyAsync(("OnCall:Limits:PerAddress", "4"));
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await PassOnAsync(host, "/api/v1/roles", "https", "application/json", client: $"10.9.9.{i}")).StatusCode);
        }
    }

    private static Task<ApiHost> BehindProxyAsync(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["OnCall:PublicUrl"] = Public, ["OnCall:Https:Proxies:0"] = "127.0.0.0/8" };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return ApiHost.StartAsync(settings: settings);
    }

    private static async Task<HttpResponseMessage> PassOnAsync(ApiHost host, string path, string scheme, string accept, string? key = null, string client = "10.20.30.40")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "oncall.hospital.example";
        request.Headers.Add("X-Forwarded-For", client);
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("Accept", accept);
        if (key is not null)
        {
            request.Headers.Add("Authorization", "Bearer " + key);
        }

        return await host.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
