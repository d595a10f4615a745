using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Api.Tests.Metrics;
using OnCall.Api.Tests.Rosters;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Gaps;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Notices;

/// <summary>A ward whose roster has a hole tomorrow night, its scheduler, and a stubbed provider of text messages.</summary>
public sealed class NoticeTests
{
    private const string Token = "notice-token-0000";
    private const string PublicUrl = "https://oncall.example.org";
    private const string Mine = "/api/v1/me/notices";
    private const string Line = "OnCall: nobody is on Ward 3 – Nurse from Tue 24 Nov 07:00 to Tue 24 Nov 19:00 (in 21 h). Please fill the gap.";

    [Fact]
    public async Task A_scheduler_is_told_by_sms_and_reads_it_in_OnCall()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var sam = await PersonAsync(host, "S1", """{"permission":"scheduler","orgUnit":"ward-3"}""");
        using var ada = await PersonAsync(host, "A1", """{"permission":"staff"}""");

        await TellAsync(host);

        Assert.Equal((Line, "+15550001"), (Assert.Single(twilio.Messages).Form["Body"], twilio.Messages[0].Form["To"]));
        var notice = Assert.Single(await ItemsAsync(sam, Mine));
        Assert.Equal(("gapWarning", "quiet", Line), (notice.Text("kind"), notice.Text("urgency"), notice.Text("text")));
        Assert.Equal("2026-11-23T09:00:00Z", notice.Text("sentAt"));
        Assert.Equal(JsonValueKind.Null, notice.At("seenAt").ValueKind);
        Assert.Empty(await ItemsAsync(ada, Mine));
        Assert.Equal(1, (await MetricsText.ScrapeAsync(host))["oncall_notices_sent_total{channel=\"sms\",status=\"accepted\"}"]);

        host.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NoContent, (await sam.PostAsync($"{Mine}/{notice.Text("id")}/seen", "")).StatusCode);
        host.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NoContent, (await sam.PostAsync($"{Mine}/{notice.Text("id")}/seen", "")).StatusCode);
        Assert.Equal("2026-11-23T09:02:00Z", Assert.Single(await ItemsAsync(sam, Mine)).Text("seenAt"));

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-notice", await ada.PostAsync($"{Mine}/{notice.Text("id")}/seen", ""));
        using var lab = host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}""")).ReadAsync()).Text("key")!);
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await lab.GetPathAsync(Mine));
    }

    [Fact]
    public async Task The_gaps_say_who_was_told_to_those_who_make_the_roster()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var sam = await PersonAsync(host, "S1", """{"permission":"scheduler","orgUnit":"ward-3"}""");
        using var ada = await PersonAsync(host, "A1", """{"permission":"staff"}""");
        await TellAsync(host);
        const string gaps = "/api/v1/rosters/gaps?role=ward-3/nurse&to=2026-11-25";

        var warned = Assert.Single(Assert.Single(await ItemsAsync(sam, gaps)).At("warned").EnumerateArray().ToList());

        Assert.Equal(("24h", "2026-11-23T09:00:00Z", true), (warned.Text("level"), warned.Text("at"), warned.At("delivered").GetBoolean()));
        Assert.Equal(("S1", "Person S1"), (warned.At("to")[0].Text("employeeNo"), warned.At("to")[0].Text("name")));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await ItemsAsync(ada, gaps)).At("warned").ValueKind);
    }

    [Fact]
    public async Task A_receipt_that_the_message_failed_is_taken_and_somebody_else_is_told()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var sam = await PersonAsync(host, "S1", """{"permission":"scheduler","orgUnit":"ward-3"}""");
        using var hanna = await PersonAsync(host, "S2", """{"permission":"scheduler"}""");
        await TellAsync(host);
        var callback = new Uri(Assert.Single(twilio.Messages).Form["StatusCallback"]);

        using var failed = TwilioWebhook.Post(Token, callback.AbsoluteUri, callback.PathAndQuery, TwilioWebhook.Status(StubTwilio.Sid(1), "undelivered", "30003"));
        Assert.Equal(HttpStatusCode.NoContent, (await host.Anonymous.SendAsync(failed)).StatusCode);
        host.Clock.Advance(Duration.FromMinutes(1));
        await TellAsync(host);

        Assert.Equal(["+15550001", "+15550002"], twilio.Messages.Select(m => m.Form["To"]));
        Assert.Equal(Line, Assert.Single(await ItemsAsync(hanna, Mine)).Text("text"));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await ItemsAsync(sam, Mine)).At("sentAt").ValueKind);
    }

    private static async Task<ApiHost> HouseAsync(StubTwilio twilio)
    {
        var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OnCall:PublicUrl"] = PublicUrl,
            ["OnCall:Channels:Twilio:BaseUrl"] = twilio.BaseUrl,
            ["OnCall:Channels:Twilio:AccountSid"] = TwilioWebhook.AccountSid,
            ["OnCall:Channels:Twilio:AuthToken"] = Token,
            ["OnCall:Channels:Twilio:From"] = "+15550000",
        });
        await host.Admin.PutAsync("/api/v1/org-units/ward-3", """{"name":"Ward 3"}""");
        await host.Admin.PutAsync("/api/v1/roles/ward-3/nurse", """{"name":"Ward 3 – Nurse","orgUnit":"ward-3","timeZone":"Europe/Brussels"}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Person A1"}""");
        await host.UploadAsync(
            RosterRequests.Headings + "ward-3/nurse,A1,2026-11-20 07:00,2026-11-24 07:00,1\nward-3/nurse,A1,2026-11-24 19:00,2027-01-10 07:00,1\n", "publish=true");
        return host;
    }

    private static async Task<HttpClient> PersonAsync(ApiHost host, string number, string permission)
    {
        var telephone = $$"""{"kind":"sms","address":"+1555000{{number[1..]}}","verified":true}""";
        var person = $$"""{"name":"Person {{number}}","permissions":[{{permission}}]""";
        await host.Admin.PutAsync($"/api/v1/people/{number}", person + "}");
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{number}}"}""")).ReadAsync()).Text("key")!;

        // Only now there is a telephone: of the key they are told in OnCall alone.
        await host.Admin.PutAsync($"/api/v1/people/{number}", $$"""{{person}},"contactMethods":[{{telephone}}]}""");
        return host.With(key);
    }

    /// <summary>As the engine's jobs do.</summary>
    private static async Task TellAsync(ApiHost host)
    {
        await host.Services.GetRequiredService<WarnOfGaps>().RunAsync(CancellationToken.None);
        await host.Services.GetRequiredService<SendNotices>().RunAsync(CancellationToken.None);
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client, string path) =>
        [.. (await (await client.GetPathAsync(path)).ReadAsync()).At("items").EnumerateArray().Where(i => path != Mine || i.Text("kind") != "signInChanged")];
}
