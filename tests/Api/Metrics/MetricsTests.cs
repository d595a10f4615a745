using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using OnCall.Api.Tests.Pages;
using OnCall.Api.Tests.Rosters;
using OnCall.Application.Notifications;
using OnCall.Application.Telemetry;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Scheduler;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Metrics;

[Collection(AloneCollection.Name)]
public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_are_for_integrations_dispatchers_and_administrators()
    {
        await using var host = await ApiHost.StartAsync();
        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "unauthenticated", await host.Anonymous.GetPathAsync("/metrics"));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await (await PersonAsync(host, "N1", "staff")).GetPathAsync("/metrics"));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await (await PersonAsync(host, "N2", "auditor")).GetPathAsync("/metrics"));

        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await PersonAsync(host, "N3", "dispatcher")).GetPathAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await KeyAsync(host, """{"integration":"prometheus"}""")).GetPathAsync("/metrics")).StatusCode);
    }

    [Fact]
    public async Task Pages_are_counted_from_acceptance_to_acknowledgement()
    {
        await using var host = await ApiHost.StartAsync();
        var before = await MetricsText.ScrapeAsync(host);
        Assert.Equal(0, before["oncall_pages_accepted_total{urgency=\"code\"}"]);
        Assert.Equal(0, before["oncall_pages_open{urgency=\"urgent\"}"]);

        var page = await host.PagedAsync();
        await host.PagedAsync();
        var open = await MetricsText.ScrapeAsync(host);
        Assert.Equal(2, open["oncall_pages_accepted_total{urgency=\"urgent\"}"]);
        Assert.Equal(2, open["oncall_pages_open{urgency=\"urgent\"}"]);
        Assert.Equal(2, open["oncall_pages_at_desk{urgency=\"urgent\"}"]);

        host.Clock.Now += Duration.FromSeconds(90);
        await host.MoveAsync(page, "acknowledge");
        await host.MoveAsync(page, "resolve", """{"outcome":"Seen"}""");
        var taken = await MetricsText.ScrapeAsync(host);
        Assert.Equal(1, taken["oncall_pages_acknowledged_total{urgency=\"urgent\"}"]);
        Assert.Equal(0, taken["oncall_pages_acknowledged_total{urgency=\"code\"}"]);
        Assert.Equal(1, taken["oncall_pages_open{urgency=\"urgent\"}"]);
        Assert.Equal("histogram", taken.Types["oncall_page_time_to_acknowledge_seconds"]);
        Assert.Equal((0, 1, 1), (Wait(taken, "60"), Wait(taken, "120"), Wait(taken, "+Inf")));
        Assert.Equal(90, taken["oncall_page_time_to_acknowledge_seconds_sum{urgency=\"urgent\"}"]);
        Assert.Equal(1, taken["oncall_page_time_to_acknowledge_seconds_count{urgency=\"urgent\"}"]);

        static double Wait(MetricsText text, string le) => text[$"oncall_page_time_to_acknowledge_seconds_bucket{{urgency=\"urgent\",le=\"{le}\"}}"];
    }

    [Fact]
    public async Task The_queue_what_was_sent_sweeps_and_the_clock_are_told_by_channel_without_a_word_of_any_page()
    {
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton<IClockOffset>(new Off()).AddSingleton<IChannel>(new FakeChannel(ContactMethodKind.Sms)));
        await CanaryAsync(host);
        host.Clock.Now += Duration.FromSeconds(3);

        var waiting = await MetricsText.ScrapeAsync(host);
        Assert.Equal(1, waiting["oncall_queue_due{channel=\"sms\"}"]);
        Assert.Equal(0, waiting["oncall_queue_due{channel=\"inApp\"}"]);
        Assert.Equal(3, waiting["oncall_oldest_due_age_seconds"]);
        Assert.Equal(-1.5, waiting["oncall_clock_offset_seconds"]);
        Assert.DoesNotContain(waiting.Samples, s => s.StartsWith("oncall_sweep_age", StringComparison.Ordinal));

        await SendAsync(host);
        Assert.Equal(0, (await MetricsText.ScrapeAsync(host))["oncall_queue_due{channel=\"sms\"}"]);
        await ActivatorUtilities.CreateInstance<EscalationSweepJob>(host.Services).Execute(null!, CancellationToken.None);
        host.Clock.Now += Duration.FromSeconds(2);

        var sent = await MetricsText.ScrapeAsync(host);
        Assert.Equal(1, sent["oncall_notifications_sent_total{channel=\"sms\",status=\"accepted\"}"]);
        Assert.Equal(1, sent["oncall_notifications_sent_total{channel=\"inApp\",status=\"accepted\"}"]);
        Assert.Equal(1, sent["oncall_sweep_duration_seconds_count"]);
        Assert.Equal(2, sent["oncall_sweep_age_seconds"]);
        Assert.Equal(0, sent["oncall_sweeps_failed_total"]);
        Assert.All(["process_cpu_seconds_total", "process_resident_memory_bytes", "process_start_time_seconds", "dotnet_gc_heap_bytes"], n => Assert.True(sent[n] > 0, n));
        foreach (var canary in new[] { "canary", "N77", "555", "ward", "#" })
        {
            Assert.DoesNotContain(sent.Samples, s => s.Contains(canary, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task What_is_measured_is_exported_to_a_collector_where_one_is_named()
    {
        await using var collector = await StubCollector.StartAsync();
        await using (var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["OnCall:Telemetry:OtlpEndpoint"] = collector.BaseUrl }))
        {
            await host.PagedAsync();
        }

        var sent = collector.Requests.All;
        Assert.NotEmpty(sent);
        Assert.All(sent, r => Assert.Equal(("/v1/metrics", "application/x-protobuf"), (r.Path, r.Headers["Content-Type"])));
        var body = string.Concat(sent.Select(r => r.Body));
        Assert.All(["oncall.pages.accepted", "oncall.pages.open", "oncall.clock.offset", "service.name"], n => Assert.Contains(n, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_waits_no_longer_stops_without_an_error_and_exports_what_it_has()
    {
        await using var collector = await StubCollector.StartAsync();
        await using var host = await ApiHost.StartAsync(
            settings: new Dictionary<string, string?> { ["OnCall:Telemetry:OtlpEndpoint"] = collector.BaseUrl },
            services: s => s.AddSingleton<IEngineReads>(new Slow()));

        await host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "MetricsLoop").StopAsync(new CancellationToken(true));

        Assert.NotEmpty(collector.Requests.All);
    }

    private static async Task CanaryAsync(ApiHost host)
    {
        (await host.Admin.PutAsync("/api/v1/people/N77", """{"name":"Canary Person","contactMethods":[{"kind":"sms","address":"+15550177","verified":true}]}""")).EnsureSuccessStatusCode();
        (await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Canary ward"}""")).EnsureSuccessStatusCode();
        (await host.UploadAsync(RosterRequests.Headings + "ward,N77,2026-11-23T07:00,2026-11-23T19:00,1\n", "publish=true")).EnsureSuccessStatusCode();
        (await host.Admin.PageAsync("""{"role":"ward","urgency":"urgent","subject":"canary","body":"canary","patientRef":"canary","callback":"555 0177"}""")).EnsureSuccessStatusCode();
    }

    private static async Task SendAsync(ApiHost host)
    {
        var sender = host.Services.GetRequiredService<SendNotifications>();
        foreach (var claimed in await sender.ClaimAsync(ContactMethodKind.Sms, Urgency.Routine, 10, CancellationToken.None))
        {
            await sender.SendAsync(claimed, CancellationToken.None);
        }
    }

    private static async Task<HttpClient> PersonAsync(ApiHost host, string number, string permission)
    {
        (await host.Admin.PutAsync("/api/v1/people/" + number, $$"""{"name":"Ann","permissions":[{"permission":"{{permission}}"}]}""")).EnsureSuccessStatusCode();
        return await KeyAsync(host, $$"""{"person":"{{number}}"}""");
    }

    private static async Task<HttpClient> KeyAsync(ApiHost host, string body) =>
        host.With((await (await host.Admin.PostAsync("/api/v1/keys", body)).ReadAsync()).Text("key")!);

    /// <summary>Answers only whoever goes on waiting.</summary>
    private sealed class Slow : IEngineReads
    {
        public Task<IReadOnlyList<QueueLine>> QueueAsync(Instant now, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult<IReadOnlyList<QueueLine>>([]);
        }

        public Task<IReadOnlyList<OpenPagesLine>> OpenPagesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OpenPagesLine>>([]);
    }

    private sealed class Off : IClockOffset
    {
        public Duration Offset => Duration.FromMilliseconds(-1500);

        public bool Drifted => true;
    }
}
