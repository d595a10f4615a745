using System.Net;
using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

public sealed class UploadTests
{
    [Fact]
    public async Task A_ward_roster_is_previewed_published_and_answers()
    {
        await using var host = await ApiHost.StartAsync();

        var preview = await host.UploadAsync(RosterRequests.Sample("ward-roster.csv"), "createMissing=true");
        var body = await preview.ReadAsync();
        Assert.Equal(HttpStatusCode.Created, preview.StatusCode);
        Assert.Equal(("preview", "csv", "utf-8"), (body.Text("status"), body.Text("format"), body.Text("encoding")));
        Assert.Equal((35, 35, 35), (body.At("rows").GetInt32(), body.At("accepted").GetInt32(), body.At("changes.added").GetInt32()));
        Assert.Equal(("warning", "no-contact-method", "Employee no"), (body.Text("problems.0.severity"), body.Text("problems.0.code"), body.Text("problems.0.column")));
        Assert.Equal(HttpStatusCode.NotFound, (await host.ResolveAsync("Ward 3 – Nurse on duty")).StatusCode);

        var published = await host.Admin.PostAsync($"{RosterRequests.Uploads}/{body.Text("id")}/publish", "");
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        Assert.Equal("published", (await published.ReadAsync()).Text("status"));

        // The night in which the clocks go back: one person from 23:00 to 07:00, nine hours long.
        var night = await (await host.ResolveAsync("ward 3 - NURSE on duty", "2026-10-25T01:30:00Z")).ReadAsync();
        Assert.Equal("ward-3/nurse-on-duty", night.Text("role.code"));
        Assert.Equal(("2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z"), (night.Text("responders.0.since"), night.Text("responders.0.until")));
        Assert.Equal("on the roster (Night)", night.Text("responders.0.because"));
    }

    [Fact]
    public async Task A_two_tier_roster_is_published_at_once_and_again_changes_nothing()
    {
        await using var host = await ApiHost.StartAsync();
        var file = RosterRequests.Sample("two-tier-roster.csv");

        Assert.Equal("published", (await (await host.UploadAsync(file, "createMissing=true", "publish=true")).ReadAsync()).Text("status"));
        host.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal("unchanged", (await (await host.UploadAsync(file, "createMissing=true", "publish=true")).ReadAsync()).Text("status"));

        var answer = await (await host.ResolveAsync("Cardiology – duty physician", "2026-10-20T12:00:00Z")).ReadAsync();
        Assert.Equal([1, 2, 3], answer.At("responders").EnumerateArray().Select(r => r.At("tier").GetInt32()));
        var list = await (await host.Admin.GetPathAsync(RosterRequests.Uploads)).ReadAsync();
        Assert.Equal(["unchanged", "published"], list.At("items").EnumerateArray().Select(u => u.Text("status")));
    }

    [Fact]
    public async Task The_fields_may_stand_in_the_query()
    {
        await using var host = await ApiHost.StartAsync();
        using var form = RosterRequests.Form(RosterRequests.Sample("two-tier-roster.csv"));

        var answer = await host.Admin.PostAsync(new Uri(RosterRequests.Uploads + "?timeZone=Europe/Brussels&createMissing=true&publish=true", UriKind.Relative), form);

        Assert.Equal("published", (await answer.ReadAsync()).Text("status"));
    }

    [Fact]
    public async Task A_publication_is_rolled_back_and_only_once()
    {
        await using var host = await ApiHost.StartAsync();
        var id = (await (await host.UploadAsync(RosterRequests.Sample("two-tier-roster.csv"), "createMissing=true", "publish=true")).ReadAsync()).Text("id");

        var back = await host.Admin.PostAsync($"{RosterRequests.Uploads}/{id}/rollback", "");

        Assert.Equal("rolledBack", (await back.ReadAsync()).Text("status"));
        Assert.False((await (await host.ResolveAsync("Cardiology – duty physician", "2026-10-20T12:00:00Z")).ReadAsync()).At("covered").GetBoolean());
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "not-published", await host.Admin.PostAsync($"{RosterRequests.Uploads}/{id}/rollback", ""));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-upload", await host.Admin.PostAsync($"{RosterRequests.Uploads}/{Guid.Empty}/rollback", ""));
    }
}
