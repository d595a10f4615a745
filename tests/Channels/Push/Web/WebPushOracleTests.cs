using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Push.Web;

/// <summary>What the web's own libraries read of a push, and what they would have sent.</summary>
public sealed class WebPushOracleTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_software_decrypts_the_push_verifies_who_sends_and_sends_it_alike()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        using var host = new ChannelHost(Settings.WebPush());
        await host.Keys.CurrentAsync(Test);
        var endpoint = service.BaseUrl + "/push/1";
        await host.Channel(ContactMethodKind.Push).SendAsync(Notifications.To(host.Devices.Register(browser, endpoint)), Test);
        var push = Assert.Single(service.Requests.All);

        using var answer = await Oracle.AskAsync("web-push.mjs", new
        {
            endpoint,
            p256dh = browser.P256dh,
            auth = browser.Auth,
            privateKey = browser.PrivateKey,
            body = Convert.ToBase64String(push.Bytes.Span),
            authorization = push.Headers["Authorization"],
            ttl = 3600,
            urgency = "high",
            topic = "A1B2",
        }, Test);

        var read = answer.RootElement;
        Assert.Equal("URGENT #A1B2", read.GetProperty("message").GetProperty("title").GetString());
        Assert.True(read.GetProperty("verified").GetBoolean());
        Assert.Equal("ES256", read.GetProperty("header").GetProperty("alg").GetString());
        var claims = read.GetProperty("claims");
        Assert.Equal((service.BaseUrl, "mailto:oncall@hospital.example"), (claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString()));
        Assert.InRange(claims.GetProperty("exp").GetInt64() - ChannelHost.Now.ToUnixTimeSeconds(), 1, 24 * 3600);
        Assert.All(read.GetProperty("headers").EnumerateObject(), header => Assert.Equal(header.Value.GetString(), push.Headers[header.Name]));
        Assert.Equal(5, read.GetProperty("headers").EnumerateObject().Count());
    }
}
