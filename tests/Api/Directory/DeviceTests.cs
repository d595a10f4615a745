using System.Net;
using System.Text.Json;
using OnCall.Api.Tests.Audit;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Directory;

/// <summary>Ann's browser subscribes, gets a test from its push service, and confirms it.</summary>
public sealed class DeviceTests
{
    private const string Path = "/api/v1/me/devices";

    [Fact]
    public async Task A_browser_is_registered_tested_confirmed_and_removed()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        await using var host = await HouseAsync();
        using var ann = await AnnAsync(host);
        Assert.Equal(87, (await (await ann.GetPathAsync(Path + "/key")).ReadAsync()).Text("key")!.Length);
        Assert.Equal(HttpStatusCode.Created, (await ann.PostAsync(Path, Body(service, browser))).StatusCode);
        var again = await ann.PostAsync(Path, Body(service, browser));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var id = (await again.ReadAsync()).Text("id")!;

        var tested = await (await ann.PostAsync($"{Path}/{id}/test", "{}")).ReadAsync();
        Assert.Equal("accepted", tested.Text("status"));
        var push = browser.Read(Assert.Single(service.Requests.All));
        Assert.Equal(("test", id), (push.Text("purpose"), push.Text("device")));
        Assert.False((await OneAsync(ann)).At("verified").GetBoolean());

        await ProblemAssert.NamesAsync(await ann.PostAsync($"{Path}/{id}/confirm", """{"token":"0000"}"""), "token");
        var confirmed = await (await ann.PostAsync($"{Path}/{id}/confirm", $$"""{"token":"{{push.Text("token")}}"}""")).ReadAsync();
        Assert.True(confirmed.At("verified").GetBoolean());
        var shown = await OneAsync(ann);
        Assert.NotNull(shown.Text("lastConfirmed"));
        Assert.DoesNotContain(service.BaseUrl, shown.GetRawText(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await ann.DeleteAsync(new Uri($"{Path}/{id}", UriKind.Relative))).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-device", await ann.PostAsync($"{Path}/{id}/test", "{}"));

        // The trail tells of each step, and never how to push there.
        foreach (var action in new[] { "add", "test", "confirm", "remove" })
        {
            var entry = Assert.Single(await host.EntriesAsync("device." + action));
            Assert.DoesNotContain(service.BaseUrl, entry.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain(push.Text("token")!, entry.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_subscription_that_is_over_is_removed_and_said()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        await using var host = await HouseAsync();
        using var ann = await AnnAsync(host);
        var id = (await (await ann.PostAsync(Path, Body(service, browser))).ReadAsync()).Text("id");
        service.Always = _ => new StubAnswer.Reply(410, "");
        Assert.True((await (await ann.PostAsync($"{Path}/{id}/test", "{}")).ReadAsync()).At("removed").GetBoolean());
        Assert.Empty((await (await ann.GetPathAsync(Path)).ReadAsync()).At("items").EnumerateArray());
    }

    [Fact]
    public async Task This_machine_is_not_made_to_ask_other_hosts()
    {
        using var browser = new StubBrowser();
        await using var host = await HouseAsync();
        using var ann = await AnnAsync(host);
        foreach (var endpoint in new[] { "https://intranet.hospital.example/push", "https://169.254.169.254/latest", "file:///etc/passwd", "" })
        {
            await ProblemAssert.NamesAsync(
                await ann.PostAsync(Path, $$$$"""{"name":"Phone","subscription":{"endpoint":"{{{{endpoint}}}}","keys":{"p256dh":"{{{{browser.P256dh}}}}","auth":"{{{{browser.Auth}}}}"}}}"""), "subscription.endpoint");
        }
    }

    [Fact]
    public async Task Where_pushes_are_not_set_up_it_says_so()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        await using var host = await ApiHost.StartAsync();
        using var ann = await AnnAsync(host);
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "push-not-configured", await ann.GetPathAsync(Path + "/key"));
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "push-not-configured", await ann.PostAsync(Path, Body(service, browser)));
        Assert.Empty((await (await ann.GetPathAsync(Path)).ReadAsync()).At("items").EnumerateArray());
    }

    private static string Body(StubPushService service, StubBrowser browser) =>
        $$$$"""{"name":"Phone","subscription":{"endpoint":"{{{{service.BaseUrl}}}}/push/1","expirationTime":null,"keys":{"p256dh":"{{{{browser.P256dh}}}}","auth":"{{{{browser.Auth}}}}"}}}""";

    private static async Task<JsonElement> OneAsync(HttpClient ann) =>
        Assert.Single((await (await ann.GetPathAsync(Path)).ReadAsync()).At("items").EnumerateArray());

    private static async Task<HttpClient> AnnAsync(ApiHost host)
    {
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann"}""");
        return host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync()).Text("key")!);
    }

    private static Task<ApiHost> HouseAsync() => ApiHost.StartAsync(settings: new Dictionary<string, string?>
    {
        ["OnCall:Channels:WebPush:Subject"] = "mailto:it@hospital.example",
        ["OnCall:Channels:WebPush:AllowLoopback"] = "true",
    });
}
