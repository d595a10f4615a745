using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Audit;

/// <summary>The audit trail as auditors search, export and check it.</summary>
public sealed class AuditApiTests
{
    [Fact]
    public async Task Auditors_and_administrators_of_the_whole_hospital_read_it_and_nobody_else()
    {
        await using var host = await ApiHost.StartAsync();
        (await host.Admin.PutAsync("/api/v1/org-units/card", """{"name":"Cardiology"}""")).EnsureSuccessStatusCode();
        using var auditor = await host.AsAsync("auditor");
        using var staff = await host.AsAsync("staff");
        using var dispatcher = await host.AsAsync("dispatcher");
        using var ofAUnit = await host.AsAsync("auditor", "card");
        foreach (var (method, path) in new[] { (HttpMethod.Get, AuditHouse.Path), (HttpMethod.Get, AuditHouse.Path + ".csv"), (HttpMethod.Post, AuditHouse.Path + "/verify") })
        {
            Assert.Equal(HttpStatusCode.OK, (await auditor.SendAsync(new HttpRequestMessage(method, path))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await host.Admin.SendAsync(new HttpRequestMessage(method, path))).StatusCode);
            foreach (var other in new[] { staff, dispatcher, ofAUnit })
            {
                await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await other.SendAsync(new HttpRequestMessage(method, path)));
            }

            await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "unauthenticated", await host.Anonymous.SendAsync(new HttpRequestMessage(method, path)));
        }
    }

    [Fact]
    public async Task All_parts_together_are_every_entry_once_the_newest_first()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync([.. Enumerable.Range(0, 250).Select(i => host.Entry($"person:P{i:000}"))]);
        var (found, cursor, parts) = (new List<string>(), (string?)null, 0);
        do
        {
            // What is written meanwhile, such as these very searches, moves nothing.
            var (items, next) = await host.Admin.FindAsync("?action=test.&cursor=" + cursor);
            found.AddRange(items.Select(i => i.Text("actor")!));
            (cursor, parts) = (next, parts + 1);
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Range(0, 250).Reverse().Select(i => $"person:P{i:000}"), found);
        Assert.Equal(3, parts);
    }

    [Theory]
    [InlineData("?actor=person:N1", 2)]
    [InlineData("?actor=person:N1&action=role.", 1)]
    [InlineData("?subject=page:7", 1)]
    [InlineData("?text=Ward%20%25", 1)]
    [InlineData("?actor=person:N%25", 0)]
    [InlineData("?actor=person:N_", 0)]
    [InlineData("?action=test.&from=2026-11-23T10:00:00Z", 1)]
    [InlineData("?action=test.&from=2026-11-23T09:00:00Z&to=2026-11-23T10:00:00Z", 2)]
    public async Task An_entry_is_found_by_its_words_and_its_time(string query, int count)
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1", "test.send", "page:7"), host.Entry("person:N2", "test.send", "page:8", """{"name":"Ward % 1"}"""));
        host.Clock.Advance(Duration.FromHours(1));
        await host.WriteAsync(host.Entry("person:N3", "test.put", "x:1"), host.Entry("person:N1", "role.put", "role:x"));
        Assert.Equal(count, (await host.Admin.FindAsync(query)).Items.Count);
    }

    [Fact]
    public async Task Each_entry_is_told_with_its_place_and_hash_once_it_is_sealed()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1"));
        var open = Assert.Single((await host.Admin.FindAsync("?action=test.")).Items);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, open.At("place").ValueKind);

        await host.SealAsync();

        var link = (await host.Services.GetRequiredService<IAuditSeals>().LinksAsync(0, 1000, CancellationToken.None)).Single(l => l.Entry!.Action == "test.act");
        var item = Assert.Single((await host.Admin.FindAsync("?action=test.")).Items);
        Assert.Equal((link.Seal.Place, link.Seal.Hash), (item.At("place").GetInt64(), item.Text("hash")));
    }

    [Fact]
    public async Task Searches_exports_and_checks_are_entries_that_say_what_was_asked()
    {
        await using var host = await ApiHost.StartAsync();
        using var auditor = await host.AsAsync("auditor");
        await auditor.FindAsync("?actor=person:N1&from=2026-11-23");
        await auditor.GetPathAsync(AuditHouse.Path + ".csv?subject=page:7");
        await auditor.PostAsync(AuditHouse.Path + "/verify", "");
        Assert.Equal([("person:auditor", "audit", """{"from":"2026-11-23","actor":"person:N1"}""")], await host.EntriesAsync("audit.read"));
        Assert.Equal([("person:auditor", "audit", """{"subject":"page:7"}""")], await host.EntriesAsync("audit.export"));
        Assert.Contains("\"findings\":\"0\"", Assert.Single(await host.EntriesAsync("audit.verify")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_that_somebody_looked_for_stand_in_the_trail_sealed()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.FindAsync("?text=Lindqvist");

        Assert.DoesNotContain("Lindqvist", Assert.Single(await host.EntriesAsync("audit.read")).Detail, StringComparison.Ordinal);
        Assert.Equal("Lindqvist", Assert.Single((await host.Admin.FindAsync("?action=audit.read")).Items).Text("words"));
    }

    [Fact]
    public async Task What_cannot_be_understood_is_refused_and_named()
    {
        await using var host = await ApiHost.StartAsync();
        await ProblemAssert.NamesAsync(await host.Admin.GetPathAsync(AuditHouse.Path + "?from=yesterday&cursor=x&text=" + new string('x', 201)), "from", "text", "cursor");
        await ProblemAssert.NamesAsync(await host.Admin.GetPathAsync(AuditHouse.Path + ".csv?to=soon"), "to");
        Assert.Empty(await host.EntriesAsync("audit.read"));
        Assert.Empty(await host.EntriesAsync("audit.export"));
    }

    [Fact]
    public async Task The_file_holds_every_entry_and_no_formula()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync([.. Enumerable.Range(0, 2300).Select(i => host.Entry($"person:P{i}", "many.act")), host.Entry("=1+1", "test.act", "a,\"b\"", """{"a":"b"}""")]);
        var answer = await host.Admin.GetPathAsync(AuditHouse.Path + ".csv?action=test.");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("audit.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");
        Assert.Equal("Seq,At,Actor,Action,Subject,Detail,Place,Hash", lines[0].TrimStart('\uFEFF'));
        Assert.EndsWith(""""2026-11-23T09:00:00Z," =1+1",test.act,"a,""b""","{""a"":""b""}",,"""", Assert.Single(lines[1..]), StringComparison.Ordinal);

        var many = await (await host.Admin.GetPathAsync(AuditHouse.Path + ".csv?action=many.")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2301, many.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task A_check_names_the_entry_that_was_changed()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1"));
        await host.SealAsync();
        await host.KeepAnchorAsync();
        await host.SealAsync();
        var sound = await (await host.Admin.PostAsync(AuditHouse.Path + "/verify", "")).ReadAsync();
        Assert.True(sound.At("sound").GetBoolean(), sound.ToString());
        Assert.Equal(1, sound.At("anchors").GetInt32());

        await host.TamperAsync("update audit_entry set actor = 'person:N2' where action = 'test.act';");

        await host.SealAsync();
        var verdict = await (await host.Admin.PostAsync(AuditHouse.Path + "/verify", "")).ReadAsync();
        Assert.False(verdict.At("sound").GetBoolean());
        var finding = Assert.Single(verdict.At("findings").EnumerateArray());
        Assert.Equal(("altered", "person:N2", "test.act", "test:1"), (finding.Text("kind"), finding.Text("actor"), finding.Text("action"), finding.Text("subject")));
    }

    [Fact]
    public async Task Without_its_anchors_the_check_says_so_and_does_not_call_it_sound()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-anchors-");
        try
        {
            var file = Path.Combine(folder.FullName, "anchors.jsonl");
            await using var held = new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["OnCall:Audit:AnchorFile"] = file });
            await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "anchors-unreadable", await host.Admin.PostAsync(AuditHouse.Path + "/verify", ""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
