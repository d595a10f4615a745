using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Api.Tests.Access;
using OnCall.Api.Tests.Rosters;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Pages;

/// <summary>The whole way: a text message by the provider, its link in a browser that is signed in nowhere, one thumb.</summary>
public sealed class AcknowledgeLinkTests
{
    private const string Canary = "canary-of-the-patient";

    [Fact]
    public async Task The_link_of_a_message_takes_the_page_from_a_browser_that_is_signed_in_nowhere_and_shows_nothing_of_the_patient()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await StartAsync(twilio);
        var page = await PagedAsync(host);
        var link = await LinkAsync(host, twilio);
        using var phone = new SigningIn(host);
        using var other = new SigningIn(host);

        var look = await phone.SeeAsync(link);

        Assert.Contains("Ward – nurse", look.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("For Ann", look.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, look.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("open", await StateAsync(host, page));
        var taken = await phone.SendAsync(link, link);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Contains("You have it.", await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("acknowledged", await StateAsync(host, page));
        Assert.False(await phone.IsInAsync());

        var elsewhere = await other.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Contains("another device", await elsewhere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/pages/" + page)).StatusCode);
    }

    [Fact]
    public async Task A_post_from_another_site_or_without_the_cookie_of_the_device_takes_nothing()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await StartAsync(twilio);
        var page = await PagedAsync(host);
        var link = await LinkAsync(host, twilio);
        using var phone = new SigningIn(host);
        await phone.SeeAsync(link);

        Assert.Equal(HttpStatusCode.BadRequest, (await phone.PostAsync(link, "")).StatusCode);
        using var form = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Anonymous.PostAsync(new Uri(link, UriKind.Relative), form, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("open", await StateAsync(host, page));
    }

    [Fact]
    public async Task Tries_that_take_nothing_are_held_up_after_a_while_and_the_first_one_that_can_is_not()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await StartAsync(twilio, ("OnCall:Limits:RefusedLinks", "3"));
        var page = await PagedAsync(host);
        var link = await LinkAsync(host, twilio);
        var forged = link[..^1] + (link[^1] == 'A' ? 'Q' : 'A');
        using var phone = new SigningIn(host);
        await phone.SeeAsync(link);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Conflict, (await phone.SendAsync("/sign-in", forged)).StatusCode);
        }

        var held = await phone.SendAsync("/sign-in", forged);
        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        Assert.True(held.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("open", await StateAsync(host, page));

        Assert.Equal(HttpStatusCode.OK, (await phone.SendAsync(link, link)).StatusCode);
        Assert.Equal("acknowledged", await StateAsync(host, page));
        Assert.Equal(HttpStatusCode.OK, (await phone.SendAsync(link, link)).StatusCode);
    }

    private static Task<ApiHost> StartAsync(StubTwilio twilio, params (string Name, string Value)[] more) => ApiHost.StartAsync(settings: new Dictionary<string, string?>(
        more.Select(m => new KeyValuePair<string, string?>(m.Name, m.Value)))
    {
        ["OnCall:PublicUrl"] = "https://oncall.example.org",
        ["OnCall:AcknowledgeLinks"] = "true",
        ["OnCall:Channels:Twilio:BaseUrl"] = twilio.BaseUrl,
        ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
        ["OnCall:Channels:Twilio:AuthToken"] = "token",
        ["OnCall:Channels:Twilio:From"] = "+15550000",
    });

    private static async Task<string> PagedAsync(ApiHost host)
    {
        await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward – nurse"}""");
        await host.Admin.PutAsync("/api/v1/people/N1", """{"name":"Ann","contactMethods":[{"kind":"sms","address":"+447700900001","verified":true}]}""");
        (await host.UploadAsync(RosterRequests.Headings + "ward,N1,2026-11-23 08:00,2026-11-23 20:00,1\n", "publish=true")).EnsureSuccessStatusCode();
        var sent = await host.Admin.PageAsync($$"""{"role":"ward","urgency":"urgent","subject":"{{Canary}}","body":"{{Canary}}","patientRef":"{{Canary}}"}""");
        return (await sent.ReadAsync()).Text("id")!;
    }

    // As the engine's lanes do.
    private static async Task<string> LinkAsync(ApiHost host, StubTwilio twilio)
    {
        var sender = host.Services.GetRequiredService<SendNotifications>();
        foreach (var claimed in await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None))
        {
            await sender.SendAsync(claimed, CancellationToken.None);
        }

        var text = Assert.Single(twilio.Messages).Form["Body"];
        return new Uri(text[text.IndexOf("https://oncall.example.org/a/", StringComparison.Ordinal)..]).AbsolutePath;
    }

    private static async Task<string> StateAsync(ApiHost host, string page) =>
        (await (await host.Admin.GetPathAsync($"{PageRequests.Pages}/{page}")).ReadAsync()).Text("state")!;
}
