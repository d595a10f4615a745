using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests;

/// <summary>Over HTTP and SMS: a page that somebody took, of which the policy of its role wants to hear within 30 minutes.</summary>
public sealed class OutcomeStories
{
    private const string Lab = "lab/duty";
    private const string Ann = "+15550101";
    private const string Ben = "+15550102";
    private const string Eve = "+15550103";

    [Fact]
    public async Task An_owner_who_answers_keeps_it_and_one_who_falls_silent_is_replaced_by_the_next_people_and_the_desk()
    {
        await using var hospital = await LabAsync(annUntil: 600);
        var page = await TakenAsync(hospital);

        await hospital.PassAsync(Duration.FromMinutes(30));
        Assert.Equal(2, hospital.SmsTo(Ann).Count);
        Assert.Contains("REPEAT URGENT", hospital.SmsTo(Ann)[1], StringComparison.Ordinal);
        Assert.Contains("you have it", await hospital.SmsAsync(Ann, $"{page.GetProperty("reference").GetString()} Y"), StringComparison.Ordinal);

        await hospital.PassAsync(Duration.FromMinutes(29));
        Assert.Equal("acknowledged", (await hospital.ReadAsync(page)).GetProperty("state").GetString());
        Assert.Empty(hospital.SmsTo(Ben));

        await hospital.PassAsync(Duration.FromMinutes(6));
        var open = await hospital.ReadAsync(page);
        Assert.Equal("open", open.GetProperty("state").GetString());
        Assert.Equal(Duration.FromMinutes(65), WarpedHospital.When(open, "reopened"));
        Assert.Single(hospital.SmsTo(Ben));

        await hospital.PassAsync(Duration.FromMinutes(5));
        Assert.True((await hospital.ReadAsync(page)).GetProperty("atDesk").GetBoolean());
        Assert.Equal(200, (await hospital.MoveAsync("N002", page, "acknowledge")).Status);
        Assert.Equal(200, (await hospital.MoveAsync("N002", page, "resolve", new { outcome = "Seen" })).Status);
    }

    [Fact]
    public async Task Where_the_owner_has_gone_home_whoever_is_on_now_is_asked()
    {
        await using var hospital = await LabAsync(annUntil: 20);
        var page = await TakenAsync(hospital);
        await hospital.PassAsync(Duration.FromMinutes(29));
        Assert.Empty(hospital.SmsTo(Eve));

        await hospital.PassAsync(Duration.FromMinutes(1));

        Assert.Contains("URGENT", Assert.Single(hospital.SmsTo(Eve)), StringComparison.Ordinal);
        Assert.Contains("handed over", hospital.SmsTo(Ann)[^1], StringComparison.Ordinal);
        Assert.Equal(200, (await hospital.MoveAsync("N003", page, "acknowledge")).Status);
        Assert.Equal(403, (await hospital.MoveAsync("N001", page, "resolve", new { outcome = "Seen" })).Status);
    }

    [Fact]
    public async Task A_policy_changed_afterwards_does_not_reach_a_page_already_sent()
    {
        await using var hospital = await LabAsync(annUntil: 600);
        var page = await TakenAsync(hospital);
        await PolicyAsync(hospital, outcomeWithin: null);

        await hospital.PassAsync(Duration.FromMinutes(30));

        Assert.Contains("acknowledgement-timed-out", WarpedHospital.KindsOf(await hospital.ReadAsync(page)));
    }

    private static async Task<JsonElement> TakenAsync(WarpedHospital hospital)
    {
        var page = await hospital.PageAsync("nurse", Lab, "urgent");
        Assert.Contains("you have it", await hospital.SmsAsync(Ann, $"{page.GetProperty("reference").GetString()} Y"), StringComparison.Ordinal);
        return page;
    }

    private static async Task<WarpedHospital> LabAsync(int annUntil)
    {
        var hospital = await WarpedHospital.OpenAsync();
        await hospital.PersonAsync("nurse", "Nurse", []);
        await hospital.PersonAsync("N001", "Ann", [$"sms:{Ann}"]);
        await hospital.PersonAsync("N002", "Ben", [$"sms:{Ben}"]);
        await hospital.PersonAsync("N003", "Eve", [$"sms:{Eve}"]);
        await PolicyAsync(hospital, outcomeWithin: 1800);
        await hospital.RoleAsync(Lab, "Laboratory – duty", new { policy = "lab" });
        await hospital.RosterAsync((Lab, "N001", -60, annUntil, 1), (Lab, "N003", annUntil, 600 + annUntil, 1), (Lab, "N002", -60, 600, 2));
        return hospital;
    }

    private static async Task PolicyAsync(WarpedHospital hospital, int? outcomeWithin)
    {
        object[] steps = [.. new[] { 1, 2 }.Select(tier => new { waitSeconds = 120, targets = new[] { new { type = "tier", tier } } })];
        var body = new { name = "Laboratory", steps, outcomeWithinSeconds = outcomeWithin };
        (await hospital.Admin.PutAsJsonAsync("/api/v1/policies/lab", body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }
}
