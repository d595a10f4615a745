using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using OnCall.Data;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>A node whose own clock is wrong goes by the database's, in real time.</summary>
public sealed class WrongClockStories
{
    private static readonly Duration Wait = Duration.FromSeconds(5);

    // The next heartbeat, and a slow machine.
    private static readonly Duration Slack = Duration.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Steps_run_on_time_on_a_node_whose_clock_is_five_minutes_off_and_the_drift_is_told(int minutes)
    {
        await using var test = await TestDatabase.SqliteAsync();
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await StartAsync(test, twilio, Duration.FromMinutes(minutes));
        await SetUpAsync(host);
        var before = Clock.Now();

        var page = await PageAsync(host);

        var sms = await twilio.Requests.WaitAsync(2, Cancel);
        Assert.Equal(["+15550101", "+15550102"], sms.Select(s => s.Form["To"]));
        var sentAt = OffsetDateTimePattern.Rfc3339.Parse(page.Text("sentAt")!).Value.ToInstant();
        Assert.InRange(sentAt, before - Duration.FromSeconds(1), before + Slack);
        Assert.InRange(sms[1].At - sentAt, Wait - Duration.FromMilliseconds(50), Wait + Slack);
        var clock = host.Services.GetRequiredService<DatabaseClock>();
        Assert.True(clock.Drifted);
        Assert.InRange((clock.Offset + Duration.FromMinutes(minutes)).TotalSeconds, -0.5, 0.5);
    }

    private static Task<ApiHost> StartAsync(TestDatabase test, StubTwilio twilio, Duration ahead) => ApiHost.StartAsync(
        engine: true,
        settings: new Dictionary<string, string?>
        {
            ["OnCall:PublicUrl"] = "https://oncall.example.org",
            ["OnCall:Channels:Twilio:BaseUrl"] = twilio.BaseUrl,
            ["OnCall:Channels:Twilio:AccountSid"] = TwilioWebhook.AccountSid,
            ["OnCall:Channels:Twilio:AuthToken"] = "clock-token",
            ["OnCall:Channels:Twilio:From"] = "+15550000",
        },
        services: services => services
            .AddSingleton<TimeProvider>(new SkewedTime(ahead))
            .AddSingleton<Database>(new SqliteWithClock(test.ConnectionString))
            .AddSingleton<IClock>(s => s.GetRequiredService<DatabaseClock>()));

    private static async Task SetUpAsync(ApiHost host)
    {
        foreach (var (number, tier) in new[] { ("01", 1), ("02", 2) })
        {
            var method = $$"""{"kind":"sms","address":"+155501{{number}}","verified":true}""";
            (await host.Admin.PutAsync($"/api/v1/people/N{tier}", $$"""{"name":"Dr. {{tier}}","contactMethods":[{{method}}]}""")).EnsureSuccessStatusCode();
        }

        (await host.Admin.PutAsync(
            "/api/v1/policies/quick",
            """{"name":"Quick","steps":[{"waitSeconds":5,"targets":[{"type":"tier","tier":1}]},{"waitSeconds":60,"targets":[{"type":"tier","tier":2}]}]}""")).EnsureSuccessStatusCode();
        (await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward","policy":"quick"}""")).EnsureSuccessStatusCode();
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"Role,Employee no,Start,End,Tier\nward,N1,{At(-1)},{At(9)},1\nward,N2,{At(-1)},{At(9)},2\n"), "file", "roster.csv" },
            { new StringContent("UTC"), "timeZone" },
            { new StringContent("true"), "publish" },
        };
        (await host.Admin.PostAsync(new Uri("/api/v1/rosters/uploads", UriKind.Relative), form, Cancel)).EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> PageAsync(ApiHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonRequests.Body("""{"role":"ward","urgency":"urgent"}""") };
        request.Headers.Add("Idempotency-Key", "once");
        using var answer = await host.Admin.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.ReadAsync();
    }

    private static string At(int hours) => InstantPattern.General.Format(Clock.Now() + Duration.FromHours(hours));
}
