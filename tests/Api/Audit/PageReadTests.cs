using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Api.Tests.Metrics;
using OnCall.Api.Tests.Pages;
using OnCall.Application.Audit;
using OnCall.Data.Audit;
using OnCall.Domain.Audit;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Audit;

/// <summary>Whoever is shown what a page says is in the audit trail, and nobody waits for it in vain.</summary>
[Collection(AloneCollection.Name)]
public sealed class PageReadTests
{
    [Fact]
    public async Task A_page_that_is_read_is_an_entry_once_in_ten_minutes_for_each_reader()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        using var auditor = await host.AsAsync("auditor");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await auditor.GetPathAsync($"{PageRequests.Pages}/{page}")).StatusCode);
        }

        Assert.Equal([("person:auditor", $"page:{page}", "{}")], await host.EntriesAsync("page.read"));
        using var desk = await host.AsAsync("dispatcher");
        await desk.GetPathAsync($"{PageRequests.Pages}/{page}");
        host.Clock.Advance(Duration.FromMinutes(10));
        await auditor.GetPathAsync($"{PageRequests.Pages}/{page}");
        Assert.Equal(["person:auditor", "person:dispatcher", "person:auditor"], (await host.EntriesAsync("page.read")).Select(e => e.Actor));
    }

    [Fact]
    public async Task Lists_boards_inboxes_and_screens_are_reads_too()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        foreach (var (who, path) in new[] { ("dispatcher", PageRequests.Pages), ("admin", "/board"), ("auditor", "/pages/" + page) })
        {
            using var reader = await host.AsAsync(who);
            Assert.Equal(HttpStatusCode.OK, (await reader.GetPathAsync(path)).StatusCode);
            Assert.Equal(("person:" + who, $"page:{page}"), (await host.EntriesAsync("page.read")).Select(e => (e.Actor, e.Subject)).Last());
        }
    }

    [Fact]
    public async Task A_page_that_is_shown_again_for_its_key_is_a_read_and_the_first_answer_is_none()
    {
        await using var host = await ApiHost.StartAsync();
        await host.PagedAsync();
        const string Words = """{"role":"ward","urgency":"urgent","subject":"Bleeding"}""";
        using var staff = await host.AsAsync("staff");
        var sent = await (await staff.PageAsync(Words, "one key")).ReadAsync();
        Assert.Empty(await host.EntriesAsync("page.read"));

        await host.Admin.PostAsync($"{PageRequests.Pages}/{sent.Text("id")}/messages", """{"body":"words of somebody else"}""");
        var again = await staff.PageAsync(Words, "one key");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("words of somebody else", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([("person:staff", $"page:{sent.Text("id")}", "{}")], await host.EntriesAsync("page.read"));

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "idempotency-key-reused", await staff.PageAsync(Words.Replace("Bleeding", "Fall", StringComparison.Ordinal), "one key"));
        Assert.Single(await host.EntriesAsync("page.read"));
    }

    [Fact]
    public async Task Who_may_not_read_it_is_not_said_to_have_read_it()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        using var stranger = await host.AsAsync("staff");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetPathAsync($"{PageRequests.Pages}/{page}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetPathAsync(PageRequests.Pages)).StatusCode);
        Assert.Empty(await host.EntriesAsync("page.read"));
    }

    [Fact]
    public async Task A_page_is_shown_although_its_reading_cannot_be_written_and_that_is_counted_and_a_trouble()
    {
        var breaker = new Breaker();
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton(p => breaker.Over<IAuditWriter>(p.GetRequiredService<AuditStore>())));
        var page = await host.PagedAsync();
        using var desk = await host.AsAsync("dispatcher");
        breaker.Broken = new TimeoutException();
        Assert.Equal(HttpStatusCode.OK, (await desk.GetPathAsync($"{PageRequests.Pages}/{page}")).StatusCode);
        var record = host.Services.GetRequiredService<AuditRecord>();
        Assert.NotNull(record.Trouble.ReadsFailingSince);
        Assert.Equal(1, (await MetricsText.ScrapeAsync(host))["oncall_audit_reads_unwritten_total"]);

        // The next look is written: the failed one does not count as one.
        breaker.Broken = null;
        await desk.GetPathAsync($"{PageRequests.Pages}/{page}");
        Assert.Null(record.Trouble.ReadsFailingSince);
        Assert.Single(await host.EntriesAsync("page.read"));
    }

    [Fact]
    public async Task Nobody_waits_long_for_an_entry_that_takes_its_time()
    {
        var never = new NeverWritten();
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton<IAuditWriter>(never));
        var page = await host.PagedAsync();
        var reading = host.Admin.GetPathAsync($"{PageRequests.Pages}/{page}");
        Assert.Equal(HttpStatusCode.OK, (await reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("page.read", Assert.Single(never.Asked).Action);
    }

    private sealed class NeverWritten : IAuditWriter
    {
        private readonly List<AuditEntry> _asked = [];

        public IReadOnlyList<AuditEntry> Asked => _asked;

        public Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
        {
            _asked.AddRange(entries);
            return new TaskCompletionSource().Task;
        }
    }
}
