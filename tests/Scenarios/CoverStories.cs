using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace OnCall.Scenarios.Tests;

/// <summary>Colleagues change places while a page waits: it goes to whoever is on now, and only they can take it.</summary>
public sealed class CoverStories
{
    private const string Role = "cardiology/duty-physician";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_swap_that_comes_in_force_hands_an_open_page_over_once()
    {
        await using var hospital = await CardiologyAsync();
        var page = await hospital.PageAsync("nurse", Role, "urgent");
        Assert.Single(hospital.SmsTo("+15550101"));

        var now = NodaTime.Text.InstantPattern.ExtendedIso.Format(hospital.Clock.Now);
        var swap = await PostAsync(hospital.As("N001"), "/api/v1/swaps", new { role = Role, give = new { start = now }, with = "N003", reason = "ill" }, 201);
        await hospital.WorkAsync();
        await PostAsync(hospital.As("N003"), $"/api/v1/swaps/{swap.GetProperty("id").GetString()}/accept", new { }, 200);
        await hospital.WorkAsync();
        Assert.Empty(hospital.SmsTo("+15550103"));

        await PostAsync(hospital.Admin, $"/api/v1/swaps/{swap.GetProperty("id").GetString()}/approve", new { }, 200);
        await hospital.WorkAsync();
        await hospital.WorkAsync();

        Assert.Single(hospital.SmsTo("+15550103"));
        Assert.Contains(hospital.SmsTo("+15550101"), text => text.Contains("handed over", StringComparison.Ordinal));
        await OnlyTheyCanTakeItAsync(hospital, page);
    }

    [Fact]
    public async Task Who_takes_the_role_over_has_its_open_page()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RosterAsync((Role, "N003", 6000, 6600, 1));
        var page = await hospital.PageAsync("nurse", Role, "urgent");

        await PostAsync(hospital.As("N003"), "/api/v1/me/cover", new { role = Role }, 201);
        await hospital.WorkAsync();

        Assert.Single(hospital.SmsTo("+15550103"));
        await OnlyTheyCanTakeItAsync(hospital, page);
    }

    [Fact]
    public async Task Who_fills_a_gap_gets_the_next_page()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RosterAsync((Role, "N003", 6000, 6600, 1));
        hospital.Clock.Now += NodaTime.Duration.FromMinutes(700);

        await PostAsync(hospital.As("N003"), "/api/v1/me/cover", new { role = Role }, 201);
        await hospital.PageAsync("nurse", Role, "urgent");

        Assert.Single(hospital.SmsTo("+15550103"));
        Assert.Empty(hospital.SmsTo("+15550101"));
    }

    private static async Task OnlyTheyCanTakeItAsync(WarpedHospital hospital, JsonElement page)
    {
        var (status, problem) = await hospital.MoveAsync("N001", page, "acknowledge");
        Assert.Equal(409, status);
        Assert.Contains("Dr. Swapped", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, (await hospital.MoveAsync("N003", page, "acknowledge")).Status);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body, int status)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Cancel);
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.True((int)answer.StatusCode == status, read.ToString());
        return read;
    }

    private static async Task<WarpedHospital> CardiologyAsync()
    {
        var hospital = await WarpedHospital.OpenAsync();
        await hospital.PersonAsync("N001", "Dr. Sato", ["sms:+15550101"], "staff");
        await hospital.PersonAsync("N003", "Dr. Swapped", ["sms:+15550103"], "staff");
        await hospital.PersonAsync("D001", "Desk Officer", ["sms:+15550109"], "dispatcher");
        await hospital.PersonAsync("nurse", "Nurse Ito", [], "staff");
        await hospital.RoleAsync(Role, "Cardiology – duty physician");
        await hospital.RosterAsync((Role, "N001", -60, 600, 1));
        return hospital;
    }
}
