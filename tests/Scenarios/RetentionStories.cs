using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests;

/// <summary>Over HTTP, with weeks that pass: pages that are closed, a rule of 30 days, a legal hold on one of them, and the purge of each night.</summary>
public sealed class RetentionStories
{
    private const string Lab = "lab/duty";
    private const string Ann = "+15550101";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_31_days_the_held_page_is_there_the_other_is_gone_and_the_report_says_so()
    {
        await using var hospital = await LabAsync();
        var (held, other, open) = (await ClosedAsync(hospital), await ClosedAsync(hospital), await hospital.PageAsync("nurse", Lab, "urgent"));
        await PutAsync(hospital, "retention/rules/urgentPages", new { orgUnit = "lab", days = 30 });
        var hold = await PostAsync(hospital, "retention/holds", new { page = Id(held), reason = "Case 12" });

        await NightsAsync(hospital, 29);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(hospital, held), await StatusAsync(hospital, other)));
        Assert.All(await RunsAsync(hospital), r => Assert.Empty(r.GetProperty("purged").EnumerateArray()));

        await NightsAsync(hospital, 2);
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(hospital, held), await StatusAsync(hospital, other), await StatusAsync(hospital, open)));
        var run = (await RunsAsync(hospital)).First(r => r.GetProperty("purged").GetArrayLength() > 0);
        var purged = Assert.Single(run.GetProperty("purged").EnumerateArray());
        Assert.Equal(("urgentPages", "page", "lab", 30, 1), (
            purged.GetProperty("class").GetString(), purged.GetProperty("kind").GetString(), purged.GetProperty("orgUnit").GetString(),
            purged.GetProperty("days").GetInt32(), purged.GetProperty("count").GetInt32()));
        var kept = Assert.Single(run.GetProperty("held").EnumerateArray());
        Assert.Equal((hold.GetProperty("id").GetString(), 1), (kept.GetProperty("hold").GetString(), kept.GetProperty("count").GetInt32()));

        // What the trail says of the page that is gone still stands.
        var entries = await hospital.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/audit?subject=page:{Id(other)}", Cancel);
        Assert.Contains(entries.GetProperty("items").EnumerateArray(), e => e.GetProperty("action").GetString() == "page.send");

        await PostAsync(hospital, $"retention/holds/{hold.GetProperty("id").GetString()}/lift", new { reason = "The case is closed" });
        await NightsAsync(hospital, 1);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hospital, held));
        Assert.Equal("open", (await hospital.ReadAsync(open)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_export_made_before_the_page_went_is_genuine_afterwards()
    {
        await using var hospital = await LabAsync();
        var page = await ClosedAsync(hospital);
        using var answer = await hospital.Admin.PostAsJsonAsync($"/api/v1/pages/{Id(page)}/export", new { reason = "Case 12" }, Cancel);
        var file = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("acknowledged", file, StringComparison.Ordinal);
        await PutAsync(hospital, "retention/rules/urgentPages", new { days = 30 });

        await NightsAsync(hospital, 31);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hospital, page));
        Assert.True((await PostAsync(hospital, "pages/exports/verify", new { file })).GetProperty("genuine").GetBoolean());
        Assert.False((await PostAsync(hospital, "pages/exports/verify", new { file = file.Replace("acknowledged", "declined", StringComparison.Ordinal) })).GetProperty("genuine").GetBoolean());
    }

    private static async Task<WarpedHospital> LabAsync()
    {
        var hospital = await WarpedHospital.OpenAsync();
        await hospital.PersonAsync("nurse", "Nurse", []);
        await hospital.PersonAsync("N001", "Ann", [$"sms:{Ann}"]);
        await PutAsync(hospital, "org-units/lab", new { name = "Laboratory" });
        await hospital.RoleAsync(Lab, "Laboratory – duty", new { orgUnit = "lab" });
        await hospital.RosterAsync((Lab, "N001", -60, 600, 1));
        return hospital;
    }

    private static async Task<JsonElement> ClosedAsync(WarpedHospital hospital)
    {
        var page = await hospital.PageAsync("nurse", Lab, "urgent");
        Assert.Equal(200, (await hospital.MoveAsync("N001", page, "acknowledge")).Status);
        Assert.Equal(200, (await hospital.MoveAsync("N001", page, "resolve", new { outcome = "Seen" })).Status);
        return page;
    }

    // The engine's own work is left out: what is open rings the desk for weeks, and only the purge of each night is of interest.
    private static async Task NightsAsync(WarpedHospital hospital, int nights)
    {
        for (var night = 0; night < nights; night++)
        {
            hospital.Clock.Advance(Duration.FromDays(1));
            await hospital.WorkAsync();
            await hospital.PurgeAsync();
        }
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private static async Task<HttpStatusCode> StatusAsync(WarpedHospital hospital, JsonElement page)
    {
        using var answer = await hospital.Admin.GetAsync(new Uri($"/api/v1/pages/{Id(page)}", UriKind.Relative), Cancel);
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<JsonElement>> RunsAsync(WarpedHospital hospital) =>
        [.. (await hospital.Admin.GetFromJsonAsync<JsonElement>("/api/v1/retention/runs", Cancel)).GetProperty("items").EnumerateArray()];

    private static async Task PutAsync(WarpedHospital hospital, string path, object body) =>
        (await hospital.Admin.PutAsJsonAsync("/api/v1/" + path, body, Cancel)).EnsureSuccessStatusCode();

    private static async Task<JsonElement> PostAsync(WarpedHospital hospital, string path, object body)
    {
        using var answer = await hospital.Admin.PostAsync(
            new Uri("/api/v1/" + path, UriKind.Relative), new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), Cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }
}
