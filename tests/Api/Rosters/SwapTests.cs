using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

/// <summary>A ward with Ada by day and Bram by night, and its scheduler Sam.</summary>
public sealed class SwapTests
{
    private const string Swaps = "/api/v1/swaps";
    private const string Ask = """{"role":"ward-3/nurse","give":{"start":"2026-11-24T12:00"},"with":"B2","take":{"start":"2026-11-24T22:00"},"reason":"wedding"}""";

    [Fact]
    public async Task A_swap_is_asked_accepted_approved_and_read()
    {
        await using var host = await HouseAsync();
        using var ada = await PersonAsync(host, "A1", "staff");
        using var bram = await PersonAsync(host, "B2", "staff");
        using var sam = await PersonAsync(host, "S1", "scheduler");

        var made = await ada.PostAsync(Swaps, Ask);
        var asked = await made.ReadAsync();
        var path = $"{Swaps}/{asked.Text("id")}";
        Assert.Equal((HttpStatusCode.Created, path, "asked"), (made.StatusCode, made.Headers.Location!.ToString(), asked.Text("state")));
        Assert.Equal(("A1", "B2", "2026-11-24T07:00:00Z"), (asked.Text("give.from.employeeNo"), asked.Text("give.to.employeeNo"), asked.Text("give.start")));
        Assert.Equal("no-working-contact-method", asked.Text("warnings.0.code"));

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "swap-asked-already", await ada.PostAsync(Swaps, Ask));
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "swap-not-accepted", await sam.PostAsync(path + "/approve", ""));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await ada.PostAsync(path + "/accept", ""));
        Assert.Equal("accepted", (await (await bram.PostAsync(path + "/accept", "")).ReadAsync()).Text("state"));
        Assert.Equal(1, (await (await bram.GetPathAsync(Swaps + "?mine=true&state=accepted")).ReadAsync()).At("items").GetArrayLength());
        Assert.Equal("inForce", (await (await sam.PostAsync(path + "/approve", "")).ReadAsync()).Text("state"));

        Assert.Equal("B2", (await (await host.ResolveAsync("ward-3/nurse", "2026-11-24T12:00:00Z")).ReadAsync()).Text("responders.0.person.employeeNo"));
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "swap-decided", await ada.PostAsync(path + "/withdraw", ""));
        Assert.Equal("inForce", (await (await ada.GetPathAsync(path)).ReadAsync()).Text("state"));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-swap", await ada.GetPathAsync($"{Swaps}/{Guid.Empty}"));
        await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", await ada.GetPathAsync(Swaps + "?state=lost"));
    }

    [Fact]
    public async Task A_unit_says_whether_its_swaps_want_approval()
    {
        await using var host = await HouseAsync();
        using var ada = await PersonAsync(host, "A1", "staff");
        using var bram = await PersonAsync(host, "B2", "staff");
        Assert.Equal("none", (await (await host.Admin.PutAsync("/api/v1/org-units/ward-3", """{"name":"Ward 3","swapApproval":"none"}""")).ReadAsync()).Text("swapApproval"));

        var asked = await (await ada.PostAsync(Swaps, Ask)).ReadAsync();

        Assert.Equal("inForce", (await (await bram.PostAsync($"{Swaps}/{asked.Text("id")}/accept", "")).ReadAsync()).Text("state"));
    }

    [Fact]
    public async Task A_nurse_takes_it_now_and_the_relieved_one_reads_so()
    {
        await using var host = await HouseAsync();
        using var ada = await PersonAsync(host, "A1", "staff");
        using var bram = await PersonAsync(host, "B2", "staff");
        using var pim = await PersonAsync(host, "P9", "staff");

        var cover = await bram.PostAsync("/api/v1/me/cover", """{"role":"ward-3/nurse"}""");

        Assert.Equal(HttpStatusCode.Created, cover.StatusCode);
        Assert.Equal("A1", (await cover.ReadAsync()).Text("instead.employeeNo"));
        var told = (await (await ada.GetPathAsync("/api/v1/me/notices")).ReadAsync()).At("items").EnumerateArray();
        Assert.Single(told, n => n.Text("kind") == "coverMade");
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await pim.PostAsync("/api/v1/me/cover", """{"role":"ward-3/nurse"}"""));
        await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", await bram.PostAsync("/api/v1/me/cover", """{"role":"ward-3/nurse"}"""));
    }

    private static async Task<ApiHost> HouseAsync()
    {
        var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/ward-3", """{"name":"Ward 3"}""");
        await host.Admin.PutAsync("/api/v1/roles/ward-3/nurse", """{"name":"Ward 3 – Nurse","orgUnit":"ward-3","timeZone":"Europe/Brussels"}""");
        await PersonAsync(host, "A1", "staff");
        await PersonAsync(host, "B2", "staff");
        await host.UploadAsync(
            RosterRequests.Headings + "ward-3/nurse,A1,2026-11-23 08:00,2026-11-23 20:00,1\nward-3/nurse,A1,2026-11-24 08:00,2026-11-24 20:00,1\nward-3/nurse,B2,2026-11-24 20:00,2026-11-25 08:00,1\n",
            "publish=true");
        return host;
    }

    private static async Task<HttpClient> PersonAsync(ApiHost host, string number, string permission)
    {
        await host.Admin.PutAsync($"/api/v1/people/{number}", $$"""{"name":"Person {{number}}","permissions":[{"permission":"{{permission}}"}],"contactMethods":[]}""");
        return host.With((await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{number}}"}""")).ReadAsync()).Text("key")!);
    }
}
