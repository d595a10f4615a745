using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Api.Tests.Pages;
using OnCall.Api.Tests.Rosters;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Telemetry;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Health;

public sealed class EngineHealthTests
{
    private const string Engine = "/health/engine";

    private static readonly Dictionary<string, string?> Twilio = new(StringComparer.Ordinal)
    {
        ["OnCall:PublicUrl"] = "https://oncall.example.org",
        ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
        ["OnCall:Channels:Twilio:AuthToken"] = "token",
        ["OnCall:Channels:Twilio:From"] = "+15550000",
    };

    [Fact]
    public async Task A_node_at_rest_has_an_empty_queue_for_every_channel_and_a_clock_that_agrees()
    {
        await using var host = await ApiHost.StartAsync();

        var (status, health) = await ReadAsync(host);

        Assert.Equal((HttpStatusCode.OK, "elsewhere"), (status, health.Text("status")));
        Assert.Equal(["inApp", "push", "sms", "voice", "snpp", "wctp", "tap", "mail"], health.At("queue").EnumerateArray().Select(l => l.Text("channel")!));
        Assert.All(health.At("queue").EnumerateArray(), l => Assert.Equal((0, 0, JsonValueKind.Null), (l.At("due").GetInt32(), l.At("claimed").GetInt32(), l.At("oldestDue").ValueKind)));
        Assert.False(health.At("clock.drifted").GetBoolean());

        // SQLite's clock is the machine's own; a server's is measured.
        Assert.InRange(Math.Abs(health.At("clock.offsetMs").GetDouble()), 0, TestDatabase.IsUsuallyOnServer ? 500 : 0);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (health.At("lastSweep").ValueKind, health.At("oldestDue").ValueKind));
    }

    [Fact]
    public async Task What_waits_is_told_by_channel_and_after_ten_seconds_the_engine_counts_as_stalled()
    {
        await using var host = await ApiHost.StartAsync(settings: Twilio);
        await PageSomebodyAsync(host);

        var (status, health) = await ReadAsync(host);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["inApp", "sms", "voice"], health.At("channels").EnumerateArray().Select(c => c.GetString()!));
        Assert.Equal((1, 0, "2026-11-23T09:00:00Z"), Line(health, "sms"));
        Assert.Equal("2026-11-23T09:00:00Z", health.Text("oldestDue"));

        await host.Services.GetRequiredService<SendNotifications>().ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None);
        Assert.Equal((0, 1, "2026-11-23T09:00:10Z"), Line((await ReadAsync(host)).Body, "sms"));

        host.Clock.Now += Duration.FromSeconds(21);
        (status, health) = await ReadAsync(host);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stalled"), (status, health.Text("status")));
        Assert.Equal((1, 0, "2026-11-23T09:00:10Z"), Line(health, "sms"));
        Assert.True(health.At("lagSeconds").GetDouble() > 10);
    }

    [Fact]
    public async Task A_clock_that_drifts_is_told_and_stops_nothing()
    {
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton<IClockOffset>(new OffBy(Duration.FromMilliseconds(-1500))));

        var (status, health) = await ReadAsync(host);

        Assert.Equal((HttpStatusCode.OK, -1500, true), (status, health.At("clock.offsetMs").GetDouble(), health.At("clock.drifted").GetBoolean()));
    }

    [Fact]
    public async Task An_engine_that_has_swept_tells_when_and_one_that_has_not_for_ten_seconds_is_stalled()
    {
        var engine = new SweptAt();
        await using var host = await ApiHost.StartAsync(engine: true, services: s => s.AddSingleton<IEngineHealth>(engine));
        engine.LastSweep = host.Clock.Now;
        Assert.Equal((HttpStatusCode.OK, "working", "2026-11-23T09:00:00Z"), Said(await ReadAsync(host)));

        host.Clock.Now += Duration.FromSeconds(10) + Duration.FromMilliseconds(1);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stalled", "2026-11-23T09:00:00Z"), Said(await ReadAsync(host)));

        static (HttpStatusCode, string?, string?) Said((HttpStatusCode Status, JsonElement Body) answer) => (answer.Status, answer.Body.Text("status"), answer.Body.Text("lastSweep"));
    }

    // Somebody is on who has nothing but a number: it is due at once, and this host never sends.
    private static async Task PageSomebodyAsync(ApiHost host)
    {
        (await host.Admin.PutAsync("/api/v1/people/N1", """{"name":"Ada","contactMethods":[{"kind":"sms","address":"+15550100","verified":true}]}""")).EnsureSuccessStatusCode();
        (await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward"}""")).EnsureSuccessStatusCode();
        (await host.UploadAsync(RosterRequests.Headings + "ward,N1,2026-11-23T07:00,2026-11-23T19:00,1\n", "publish=true")).EnsureSuccessStatusCode();
        await host.PagedAsync();
    }

    private static (int Due, int Claimed, string? OldestDue) Line(JsonElement health, string channel)
    {
        var line = health.At("queue").EnumerateArray().Single(l => l.Text("channel") == channel);
        return (line.At("due").GetInt32(), line.At("claimed").GetInt32(), line.Text("oldestDue"));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(ApiHost host)
    {
        var answer = await host.Anonymous.GetPathAsync(Engine);
        return (answer.StatusCode, await answer.ReadAsync());
    }

    private sealed class OffBy(Duration offset) : IClockOffset
    {
        public Duration Offset => offset;

        public bool Drifted => true;
    }

    private sealed class SweptAt : IEngineHealth
    {
        public Instant? LastSweep { get; set; }
    }
}
