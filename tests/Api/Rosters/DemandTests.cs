using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

/// <summary>A role for consultants of rank 5: Ada is one, Bram is not yet.</summary>
public sealed class DemandTests
{
    private const string Role = """{"name":"Ward 3 – Consultant","timeZone":"Europe/Brussels","demand":{"positions":["Consultant"],"leastRank":5}}""";
    private const string Shift = "ward-3/consultant,A1,2026-11-23 07:00,2026-11-23 19:00,1\n";
    private const string Of = "'Ward 3 – Consultant' wants rank 5 or higher; Bram has rank 3.";

    [Fact]
    public async Task What_people_are_and_what_a_role_asks_is_written_and_read()
    {
        await using var host = await HouseAsync();

        Assert.Equal(5, (await (await host.Admin.GetPathAsync("/api/v1/people/A1")).ReadAsync()).At("rank").GetInt32());
        Assert.Equal("consultant", (await (await host.Admin.GetPathAsync("/api/v1/people/A1")).ReadAsync()).Text("position"));
        var role = await (await host.Admin.GetPathAsync("/api/v1/roles/ward-3/consultant")).ReadAsync();
        Assert.Equal("Consultant", role.Text("demand.positions.0"));
        Assert.Equal(5, role.At("demand.leastRank").GetInt32());
        await ProblemAssert.NamesAsync(await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada","position":"","rank":0}"""), "position", "rank");
        await ProblemAssert.NamesAsync(await host.Admin.PutAsync("/api/v1/roles/x", """{"name":"X","demand":{"positions":[""],"leastRank":100}}"""), "demand.leastRank", "demand.positions[0]");
    }

    [Fact]
    public async Task A_roster_that_puts_on_somebody_who_is_not_what_it_asks_is_warned_of_and_may_be_published()
    {
        await using var host = await HouseAsync();

        var upload = await host.UploadAsync(RosterRequests.Headings + Shift + "ward-3/consultant,B2,2026-11-23 19:00,2026-11-24 07:00,1\n", "publish=true");

        var warning = (await upload.ReadAsync()).At("problems").EnumerateArray().Single(w => w.Text("code") == "demand-not-met");
        Assert.Equal((3, Of), (warning.At("row").GetInt32(), warning.Text("message")));
        Assert.Equal("B2", (await (await host.ResolveAsync("ward-3/consultant", "2026-11-23T20:00:00Z")).ReadAsync()).Text("responders.0.person.employeeNo"));
    }

    [Fact]
    public async Task Nobody_takes_over_or_is_asked_for_a_swap_who_is_not_what_it_asks_but_a_scheduler_may_put_them_in()
    {
        await using var host = await HouseAsync();
        await host.UploadAsync(RosterRequests.Headings + Shift + "ward-3/nurse,B2,2026-11-22 07:00,2026-11-22 19:00,1\n", "publish=true");
        using var ada = await AsAsync(host, "A1");
        using var bram = await AsAsync(host, "B2");

        var over = await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await bram.PostAsync("/api/v1/me/cover", """{"role":"ward-3/consultant"}"""));
        Assert.StartsWith(Of, over.Text("detail"), StringComparison.Ordinal);
        const string Ask = """{"role":"ward-3/consultant","give":{"start":"2026-11-23T12:00"},"with":"B2","reason":"wedding"}""";
        await ProblemAssert.NamesAsync(await ada.PostAsync("/api/v1/swaps", Ask), "with");
        const string Cover = """{"role":"ward-3/consultant","person":"B2","instead":"A1","from":"2026-11-23T12:00","to":"2026-11-23T14:00","reason":"nobody else"}""";
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PostAsync("/api/v1/covers", Cover)).StatusCode);
    }

    private static async Task<ApiHost> HouseAsync()
    {
        var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/ward-3", """{"name":"Ward 3"}""");
        await host.Admin.PutAsync("/api/v1/roles/ward-3/consultant", Role.Replace("\"timeZone\"", "\"orgUnit\":\"ward-3\",\"timeZone\"", StringComparison.Ordinal));
        await host.Admin.PutAsync("/api/v1/roles/ward-3/nurse", """{"name":"Ward 3 – Nurse","orgUnit":"ward-3","timeZone":"Europe/Brussels"}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada","position":"consultant","rank":5}""");
        await host.Admin.PutAsync("/api/v1/people/B2", """{"name":"Bram","position":"consultant","rank":3}""");
        return host;
    }

    private static async Task<HttpClient> AsAsync(ApiHost host, string person) =>
        host.With((await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{person}}"}""")).ReadAsync()).Text("key")!);
}
