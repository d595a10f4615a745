using System.Text.Json;
using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests;

/// <summary>The main job over HTTP: a role is paged, it escalates until somebody acknowledges.</summary>
public sealed class EscalationStories
{
    private static readonly string[] AllMethods = ["sms:+15550101", "snpp:4711"];

    [Fact]
    public async Task Unanswered_urgent_page_goes_to_the_backup_after_two_minutes_and_to_the_desk_after_ten()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.PersonAsync("N003", "Dr. Consultant", ["sms:+15550103"]);
        await hospital.RosterAsync(
            ("cardiology/duty-physician", "N001", -60, 600, 1), ("cardiology/duty-physician", "N002", -60, 600, 2), ("cardiology/duty-physician", "N003", -60, 600, 3));
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent", new { callback = "555 0199" });

        await hospital.PassAsync(Duration.FromMinutes(11));

        var read = await hospital.ReadAsync(page);
        Assert.Equal("open", read.GetProperty("state").GetString());
        Assert.True(read.GetProperty("atDesk").GetBoolean());
        Assert.Equal(Duration.FromMinutes(10), WarpedHospital.When(read, "desk-reached"));
        Assert.Single(hospital.SmsTo("+15550102"));
        Assert.Single(hospital.SmsTo("+15550103"));
        Assert.Contains("URGENT Cardiology – duty physician", hospital.SmsTo("+15550101")[0], StringComparison.Ordinal);
        Assert.Contains("555 0199", hospital.SmsTo("+15550101")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_sms_and_pager_gets_the_sms_at_once_and_the_pager_30_seconds_later()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");
        Assert.Single(hospital.SmsTo("+15550101"));
        Assert.Empty(hospital.Snpp.Deliveries.All);

        await hospital.PassAsync(Duration.FromSeconds(30));

        Assert.Single(hospital.Snpp.Deliveries.All, d => d.Pager == "4711");
    }

    [Fact]
    public async Task Code_rings_everywhere_at_once_reaches_tier_2_after_30_seconds_and_the_desk_after_60()
    {
        await using var hospital = await CardiologyAsync();
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "code");
        Assert.Single(hospital.SmsTo("+15550101"));
        Assert.Single(hospital.Snpp.Deliveries.All);
        Assert.Empty(hospital.SmsTo("+15550102"));

        await hospital.PassAsync(Duration.FromSeconds(30));
        Assert.Single(hospital.SmsTo("+15550102"));
        Assert.Contains("REPEAT", hospital.SmsTo("+15550101")[1], StringComparison.Ordinal);

        await hospital.PassAsync(Duration.FromSeconds(30));
        var read = await hospital.ReadAsync(page);
        Assert.Equal(Duration.FromSeconds(60), WarpedHospital.When(read, "desk-reached"));
        Assert.Contains(hospital.SmsTo("+15550109"), text => text.Contains("CODE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signed_sms_reply_takes_the_page_and_everything_falls_silent()
    {
        await using var hospital = await CardiologyAsync();
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");
        var reference = page.GetProperty("reference").GetString();

        var reply = await hospital.SmsAsync("+15550101", $"{reference} Y");
        Assert.Contains("you have it", reply, StringComparison.Ordinal);
        var sent = hospital.SmsTo("+15550101").Count;
        await hospital.PassAsync(Duration.FromHours(1));

        var read = await hospital.ReadAsync(page);
        Assert.Equal("acknowledged", read.GetProperty("state").GetString());
        Assert.Equal("N001", read.GetProperty("acknowledgements")[0].GetProperty("person").GetProperty("employeeNo").GetString());
        Assert.Equal(sent, hospital.SmsTo("+15550101").Count);
        Assert.Empty(hospital.SmsTo("+15550102"));
        Assert.Empty(hospital.Snpp.Deliveries.All);
    }

    [Fact]
    public async Task Reply_from_a_number_that_was_not_asked_takes_nothing_and_the_escalation_goes_on()
    {
        await using var hospital = await CardiologyAsync();
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");

        await hospital.SmsAsync("+15550102", $"{page.GetProperty("reference").GetString()} Y");
        await hospital.PassAsync(Duration.FromMinutes(2));

        var read = await hospital.ReadAsync(page);
        Assert.Equal("open", read.GetProperty("state").GetString());
        Assert.Contains("refused", WarpedHospital.KindsOf(read));
        Assert.Single(hospital.SmsTo("+15550102"));
    }

    [Fact]
    public async Task Second_to_acknowledge_is_told_who_was_first()
    {
        await using var hospital = await CardiologyAsync();
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");
        await hospital.PassAsync(Duration.FromMinutes(2));

        var (first, _) = await hospital.MoveAsync("N002", page, "acknowledge", new { reply = "On my way" });
        var (second, problem) = await hospital.MoveAsync("N001", page, "acknowledge");

        Assert.Equal(200, first);
        Assert.Equal(409, second);
        Assert.Contains("already-acknowledged", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal("N002", problem.GetProperty("acknowledgedBy").GetProperty("employeeNo").GetString());
    }

    [Fact]
    public async Task Declining_moves_on_at_once()
    {
        await using var hospital = await CardiologyAsync();
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");

        await hospital.MoveAsync("N001", page, "decline");

        Assert.Single(hospital.SmsTo("+15550102"));
        var (status, _) = await hospital.MoveAsync("N001", page, "acknowledge");
        Assert.Equal(403, status);
    }

    [Fact]
    public async Task At_a_handover_the_incoming_physician_is_paged_and_the_outgoing_one_told()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.PersonAsync("N003", "Dr. Incoming", ["sms:+15550103"]);
        await hospital.RosterAsync(("cardiology/duty-physician", "N001", -60, 1, 1), ("cardiology/duty-physician", "N003", 1, 600, 1));
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");
        Assert.Empty(hospital.SmsTo("+15550103"));

        await hospital.PassAsync(Duration.FromMinutes(1));

        Assert.Single(hospital.SmsTo("+15550103"));
        Assert.Contains(hospital.SmsTo("+15550101"), text => text.Contains("handed over", StringComparison.Ordinal));
        var (status, problem) = await hospital.MoveAsync("N001", page, "acknowledge");
        Assert.Equal(409, status);
        Assert.Contains("Dr. Incoming", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publication_that_changes_who_is_on_now_is_a_handover()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.PersonAsync("N003", "Dr. Swapped", ["sms:+15550103"]);
        await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");

        await hospital.RosterAsync(("cardiology/duty-physician", "N003", -30, 600, 1));
        await hospital.WorkAsync();

        Assert.Single(hospital.SmsTo("+15550103"));
    }

    [Fact]
    public async Task Uncovered_role_goes_to_its_fallback_at_once()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RoleAsync("cardiology/echo", "Cardiology – echo", new { fallbackRole = "cardiology/duty-physician" });

        var page = await hospital.PageAsync("nurse", "cardiology/echo", "urgent");

        Assert.Single(hospital.SmsTo("+15550101"));
        Assert.Contains("fallback-role", WarpedHospital.KindsOf(await hospital.ReadAsync(page)));
    }

    [Fact]
    public async Task Uncovered_role_without_fallback_stands_at_the_desk_at_once()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RoleAsync("cardiology/echo", "Cardiology – echo");

        var page = await hospital.PageAsync("nurse", "cardiology/echo", "urgent");

        Assert.True(page.GetProperty("atDesk").GetBoolean());
        Assert.Single(hospital.SmsTo("+15550109"));
    }

    [Fact]
    public async Task Failed_channel_brings_the_next_one_forward()
    {
        await using var hospital = await CardiologyAsync();
        hospital.Twilio.Always = _ => Testing.Providers.StubTwilio.Error(400, 21610);

        await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");

        Assert.Single(hospital.Snpp.Deliveries.All, d => d.Pager == "4711");
    }

    [Fact]
    public async Task When_every_channel_has_failed_the_next_person_is_paged_at_once()
    {
        await using var hospital = await CardiologyAsync();
        hospital.Twilio.Always = request => request.Form["To"] == "+15550101" ? Testing.Providers.StubTwilio.Error(400, 21211) : null;
        hospital.Snpp.On("PAGE", "550 Unknown pager");

        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");

        Assert.Single(hospital.SmsTo("+15550102"));
        Assert.Contains("unreachable", WarpedHospital.KindsOf(await hospital.ReadAsync(page)));
    }

    [Fact]
    public async Task Nothing_of_the_patient_leaves_the_building()
    {
        await using var hospital = await CardiologyAsync();
        var canary = new { subject = "canary-subject", body = "canary-body", patientRef = "canary-patient", replies = new[] { "canary-reply" } };

        await hospital.PageAsync("nurse", "cardiology/duty-physician", "code", canary);
        await hospital.PassAsync(Duration.FromMinutes(5));

        Assert.NotEmpty(hospital.Twilio.Requests.All);
        Assert.All(hospital.Twilio.Requests.All, r => Assert.DoesNotContain("canary", r.Body + r.Path, StringComparison.OrdinalIgnoreCase));
        Assert.All(hospital.Snpp.Commands.All, c => Assert.DoesNotContain("canary", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Desk_rings_again_every_two_minutes_until_a_human_closes_the_page()
    {
        await using var hospital = await CardiologyAsync();
        var page = await hospital.PageAsync("nurse", "cardiology/duty-physician", "urgent");
        await hospital.PassAsync(Duration.FromMinutes(20));
        var rings = WarpedHospital.KindsOf(await hospital.ReadAsync(page)).Count(k => k == "desk-rang");

        // No consultant and no fallback role: the desk has it after 5 minutes, and rings at 7, 9, … 19.
        Assert.Equal(7, rings);

        var (status, _) = await hospital.MoveAsync("D001", page, "resolve", new { outcome = "Handled by phone" });
        Assert.Equal(200, status);
        await hospital.PassAsync(Duration.FromHours(2));

        Assert.Equal(rings, WarpedHospital.KindsOf(await hospital.ReadAsync(page)).Count(k => k == "desk-rang"));
    }

    [Fact]
    public async Task Same_key_again_answers_the_same_page_and_another_body_is_refused()
    {
        await using var hospital = await CardiologyAsync();
        var body = new { role = "cardiology/duty-physician", urgency = "urgent" };
        var first = await SendAsync(hospital, "one-key", body);
        var again = await SendAsync(hospital, "one-key", body);
        var other = await SendAsync(hospital, "one-key", new { role = "cardiology/duty-physician", urgency = "code" });

        Assert.Equal((201, 200, 409), (first.Status, again.Status, other.Status));
        Assert.Equal(first.Body.GetProperty("id").GetString(), again.Body.GetProperty("id").GetString());
        await hospital.WorkAsync();
        Assert.Single(hospital.SmsTo("+15550101"));
    }

    private static async Task<(int Status, JsonElement Body)> SendAsync(WarpedHospital hospital, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await hospital.As("nurse").SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    private static async Task<WarpedHospital> CardiologyAsync()
    {
        var hospital = await WarpedHospital.OpenAsync();
        await hospital.PersonAsync("N001", "Dr. Sato", AllMethods, "staff");
        await hospital.PersonAsync("N002", "Dr. Backup", ["sms:+15550102"], "staff");
        await hospital.PersonAsync("D001", "Desk Officer", ["sms:+15550109"], "dispatcher");
        await hospital.PersonAsync("nurse", "Nurse Ito", [], "staff");
        await hospital.RoleAsync("cardiology/duty-physician", "Cardiology – duty physician");
        await hospital.RosterAsync(("cardiology/duty-physician", "N001", -60, 600, 1), ("cardiology/duty-physician", "N002", -60, 600, 2));
        return hospital;
    }
}
