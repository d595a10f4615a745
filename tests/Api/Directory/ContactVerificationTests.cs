using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Api.Tests.Audit;
using OnCall.Application.Notices;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Directory;

/// <summary>Uma administers the ward, where Ann works. Bob works elsewhere. Whoever has their number answers as them.</summary>
public sealed class ContactVerificationTests
{
    [Fact]
    public async Task An_administrator_verifies_nothing_for_a_person_of_another_unit()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var uma = await UmaAsync(host);
        var before = await (await host.Admin.GetPathAsync("/api/v1/people/B1")).Content.ReadAsStringAsync();
        foreach (var unit in new[] { "other", "ward" })
        {
            await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await uma.PutAsync("/api/v1/people/B1", Person("Bob", unit, "+15550066")));
        }

        Assert.Equal(before, await (await host.Admin.GetPathAsync("/api/v1/people/B1")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_number_that_somebody_else_adds_or_takes_away_is_told_to_the_numbers_from_before()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var uma = await UmaAsync(host);
        Assert.Equal(HttpStatusCode.OK, (await uma.PutAsync("/api/v1/people/A1", Person("Ann", "ward", "+15550001"))).StatusCode);
        await host.Services.GetRequiredService<SendNotices>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(twilio.Messages);

        // In two steps, so that there is nobody left to tell at the second.
        Assert.Equal(HttpStatusCode.OK, (await uma.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"ward"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await uma.PutAsync("/api/v1/people/A1", Person("Ann", "ward", "+15550066"))).StatusCode);
        await host.Services.GetRequiredService<SendNotices>().RunAsync(TestContext.Current.CancellationToken);

        var told = Assert.Single(twilio.Messages).Form;
        Assert.Equal("+15550001", told["To"]);
        Assert.StartsWith("OnCall: U1 changed the contact methods by which you are paged", told["Body"], StringComparison.Ordinal);
        Assert.DoesNotContain("5550066", told["Body"], StringComparison.Ordinal);
        var entry = (await host.EntriesAsync("person.put"))[^1];
        Assert.Equal("person:U1", entry.Actor);
        Assert.Contains("\"address\":\"…066\",\"verified\":true", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_number_is_not_verified_for_somebody_else()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var uma = await UmaAsync(host);
        await ProblemAssert.NamesAsync(await uma.PutAsync("/api/v1/people/A1", Person("Ann", "ward", "+15550002")), "contactMethods[0].verified");
        Assert.Equal(HttpStatusCode.OK, (await uma.PutAsync("/api/v1/people/A1", Person("Ann", "ward", "+15550002", verified: false))).StatusCode);

        // Who reaches both may say that they share a telephone.
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.PutAsync("/api/v1/people/A1", Person("Ann", "ward", "+15550002"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await uma.PutAsync("/api/v1/people/A1", Person("Ann", "ward", "+15550002"))).StatusCode);
    }

    private static async Task<ApiHost> HouseAsync(StubTwilio twilio)
    {
        var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OnCall:PublicUrl"] = "https://oncall.example.org",
            ["OnCall:Channels:Twilio:BaseUrl"] = twilio.BaseUrl,
            ["OnCall:Channels:Twilio:AccountSid"] = TwilioWebhook.AccountSid,
            ["OnCall:Channels:Twilio:AuthToken"] = "verification-token",
            ["OnCall:Channels:Twilio:From"] = "+15550000",
        });
        await host.Admin.PutAsync("/api/v1/org-units/ward", """{"name":"Ward"}""");
        await host.Admin.PutAsync("/api/v1/org-units/other", """{"name":"Other"}""");
        await host.Admin.PutAsync("/api/v1/people/U1", """{"name":"Uma","orgUnit":"ward","permissions":[{"permission":"admin","orgUnit":"ward"}]}""");
        await host.Admin.PutAsync("/api/v1/people/A1", Person("Ann", "ward", "+15550001"));
        await host.Admin.PutAsync("/api/v1/people/B1", Person("Bob", "other", "+15550002"));
        return host;
    }

    private static async Task<HttpClient> UmaAsync(ApiHost host) => host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"U1"}""")).ReadAsync()).Text("key")!);

    private static string Person(string name, string unit, string number, bool verified = true) =>
        $$"""{"name":"{{name}}","orgUnit":"{{unit}}","contactMethods":[{"kind":"sms","address":"{{number}}","verified":{{(verified ? "true" : "false")}}}]}""";
}
