using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Api.Tests.Audit;
using OnCall.Api.Tests.Pages;
using OnCall.Application.Retention;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Retention;

/// <summary>Rules, holds, forecast and reports over HTTP.</summary>
public sealed class RetentionApiTests
{
    private const string Rules = "/api/v1/retention/rules";
    private const string Holds = "/api/v1/retention/holds";

    [Fact]
    public async Task A_rule_is_said_read_and_taken_back_and_each_time_that_is_an_entry()
    {
        await using var host = await WardAsync();
        var before = await RuleAsync(host, "urgentPages", null);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (before.At("days").ValueKind, before.At("updatedAt").ValueKind));
        Assert.Equal(90, (await RuleAsync(host, "notices", null)).At("days").GetInt32());

        (await host.Admin.PutAsync(Rules + "/urgentPages", """{"days":400}""")).EnsureSuccessStatusCode();
        (await host.Admin.PutAsync(Rules + "/URGENTPAGES", """{"orgUnit":"ward","forever":true}""")).EnsureSuccessStatusCode();
        Assert.Equal(400, (await RuleAsync(host, "urgentPages", null)).At("days").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await RuleAsync(host, "urgentPages", "ward")).At("days").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.DeleteAsync(new Uri(Rules + "/urgentPages?orgUnit=ward", UriKind.Relative), Cancel)).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-retention-rule", await host.Admin.DeleteAsync(new Uri(Rules + "/urgentPages?orgUnit=ward", UriKind.Relative), Cancel));
        Assert.Equal(
            [("retention-rule:urgentPages", """{"days":400}"""), ("retention-rule:urgentPages@ward", """{"days":null}""")],
            (await host.EntriesAsync("retention-rule.put")).Select(e => (e.Subject, e.Detail)));
        Assert.Single(await host.EntriesAsync("retention-rule.remove"));
    }

    [Theory]
    [InlineData("urgentPages", """{"days":29}""", "days")]
    [InlineData("rosters", """{"days":89}""", "days")]
    [InlineData("urgentPages", """{"days":36501}""", "days")]
    [InlineData("urgentPages", """{"days":-1}""", "days")]
    [InlineData("urgentPages", "{}", "days")]
    [InlineData("urgentPages", """{"days":400,"forever":true}""", "days")]
    [InlineData("urgentPages", """{"days":400,"orgUnit":"nowhere"}""", "orgUnit")]
    [InlineData("audit", """{"days":400}""", "class")]
    public async Task What_is_too_short_or_not_understood_is_refused_and_changes_nothing(string what, string body, string field)
    {
        await using var host = await WardAsync();
        await ProblemAssert.NamesAsync(await host.Admin.PutAsync($"{Rules}/{what}", body), field);
        Assert.Empty(await host.EntriesAsync("retention-rule.put"));
    }

    [Fact]
    public async Task A_hold_is_placed_seen_and_lifted_once()
    {
        await using var host = await WardAsync();
        var page = await PagedAsync(host);
        foreach (var body in new[] { $$"""{"page":"{{page}}","reason":"Case 12"}""", """{"person":"n1","reason":"Case 12"}""", """{"orgUnit":"ward","reason":"Case 12"}""" })
        {
            Assert.Equal(HttpStatusCode.Created, (await host.Admin.PostAsync(Holds, body)).StatusCode);
        }

        var listed = (await (await host.Admin.GetPathAsync(Holds)).ReadAsync()).At("items").EnumerateArray().ToList();
        Assert.Equal(["orgUnit", "page", "person"], listed.Select(h => h.Text("on")!).Order());
        var id = listed.Single(h => h.Text("on") == "person").Text("id");
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync($"{Holds}/{id}/lift", "{}"), "reason");
        var lifted = await (await host.Admin.PostAsync($"{Holds}/{id}/lift", """{"reason":"Over"}""")).ReadAsync();
        Assert.Equal("Over", lifted.Text("liftReason"));
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "hold-lifted", await host.Admin.PostAsync($"{Holds}/{id}/lift", """{"reason":"Over"}"""));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-hold", await host.Admin.PostAsync($"{Holds}/{Guid.Empty}/lift", """{"reason":"Over"}"""));
        Assert.Equal(["org-unit:ward", "page:" + page, "person:N1"], (await host.EntriesAsync("hold.place")).Select(e => e.Subject).Order());
        Assert.Equal("person:N1", Assert.Single(await host.EntriesAsync("hold.lift")).Subject);

        // The reason may name a case, and the trail is never purged.
        Assert.All(await host.EntriesAsync("hold.place"), e => Assert.DoesNotContain("Case", e.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"reason":"x"}""", "page")]
    [InlineData("""{"person":"N1","orgUnit":"ward","reason":"x"}""", "page")]
    [InlineData("""{"page":"00000000-0000-0000-0000-000000000000","reason":"x"}""", "page")]
    [InlineData("""{"person":"nobody","reason":"x"}""", "person")]
    [InlineData("""{"orgUnit":"nowhere","reason":"x"}""", "orgUnit")]
    [InlineData("""{"person":"N1","reason":" "}""", "reason")]
    public async Task A_hold_on_nothing_or_without_a_reason_is_refused(string body, string field)
    {
        await using var host = await WardAsync();
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync(Holds, body), field);
        Assert.Empty(await host.EntriesAsync("hold.place"));
    }

    [Fact]
    public async Task A_forecast_counts_by_a_rule_that_does_not_stand_yet_and_changes_nothing_and_the_run_then_does_it()
    {
        await using var host = await WardAsync();
        var page = await ClosedAsync(host);
        host.Clock.Advance(Duration.FromDays(40));
        var forecast = await (await host.Admin.GetPathAsync("/api/v1/retention/forecast?class=urgentPages&orgUnit=ward&days=30")).ReadAsync();
        var line = Assert.Single(forecast.At("items").EnumerateArray());
        Assert.Equal(("urgentPages", "ward", 30, 1, 0), (line.Text("class"), line.Text("orgUnit"), line.At("days").GetInt32(), line.At("wouldGo").GetInt32(), line.At("held").GetInt32()));
        Assert.Empty((await (await host.Admin.GetPathAsync("/api/v1/retention/forecast")).ReadAsync()).At("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync("/api/v1/pages/" + page)).StatusCode);
        await ProblemAssert.NamesAsync(await host.Admin.GetPathAsync("/api/v1/retention/forecast?class=urgentPages&days=3"), "days");

        (await host.Admin.PutAsync(Rules + "/urgentPages", """{"orgUnit":"ward","days":30}""")).EnsureSuccessStatusCode();
        await host.Services.GetRequiredService<RunRetention>().RunAsync(CancellationToken.None);

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-page", await host.Admin.GetPathAsync("/api/v1/pages/" + page));
        using var auditor = await host.AsAsync("auditor");
        var run = Assert.Single((await (await auditor.GetPathAsync("/api/v1/retention/runs")).ReadAsync()).At("items").EnumerateArray());
        Assert.Equal(("done", 1), (run.Text("outcome"), Assert.Single(run.At("purged").EnumerateArray()).At("count").GetInt32()));
        var csv = await (await auditor.GetPathAsync("/api/v1/retention/runs.csv")).Content.ReadAsStringAsync(Cancel);
        Assert.Contains(",done,purged,urgentPages,page,ward,30,1,2026-11-23T09:00:00Z,2026-11-23T09:00:00Z,,", csv, StringComparison.Ordinal);
        var entry = Assert.Single(await host.EntriesAsync("retention.run"));
        Assert.Equal(("system", """{"outcome":"done","purged":{"page":1},"held":0}"""), (entry.Actor, entry.Detail));
        Assert.Contains(await host.EntriesAsync("page.send"), e => e.Subject == "page:" + page);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static async Task<ApiHost> WardAsync()
    {
        var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["OnCall:Retention:Hour"] = "0" });
        (await host.Admin.PutAsync("/api/v1/org-units/ward", """{"name":"Ward"}""")).EnsureSuccessStatusCode();
        (await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward","orgUnit":"ward"}""")).EnsureSuccessStatusCode();
        (await host.Admin.PutAsync("/api/v1/people/N1", """{"name":"Nurse","orgUnit":"ward"}""")).EnsureSuccessStatusCode();
        return host;
    }

    internal static async Task<string> ClosedAsync(ApiHost host)
    {
        var page = await PagedAsync(host);
        await host.MoveAsync(page, "cancel", """{"reason":"wrong ward"}""");
        return page;
    }

    private static async Task<string> PagedAsync(ApiHost host) => (await (await host.Admin.PageAsync("""{"role":"ward","urgency":"urgent"}""")).ReadAsync()).Text("id")!;

    private static async Task<JsonElement> RuleAsync(ApiHost host, string what, string? unit) =>
        (await (await host.Admin.GetPathAsync(Rules)).ReadAsync()).At("items").EnumerateArray().Single(r => r.Text("class") == what && r.Text("orgUnit") == unit);
}
