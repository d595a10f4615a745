using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace OnCall.Scenarios.Tests;

/// <summary>What a dry run tells is what then happens: the same page is really sent, time passes, and nobody answers.</summary>
public sealed class DryRunStories
{
    private const string Role = "cardiology/duty-physician";
    private static readonly string[] Told = ["step-started", "step-skipped", "uncovered", "unreachable", "fallback-role", "handed-over", "escalated", "desk-reached"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("urgent")]
    [InlineData("code")]
    [InlineData("critical-result")]
    public async Task By_the_usual_steps(string urgency)
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RosterAsync((Role, "N001", -60, 600, 1), (Role, "N002", -60, 600, 2), (Role, "N003", -60, 600, 3));
        await HappensAsync(hospital, urgency);
    }

    [Fact]
    public async Task A_routine_page_waits_quietly()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RosterAsync((Role, "N001", -60, 600, 1));
        var told = await HappensAsync(hospital, "routine");
        Assert.Contains("asked Dr. One inApp 00:00:00", Lines(told));
        Assert.Contains("desk-reached", Lines(told)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shift_that_ends_on_the_way_brings_in_the_next_and_lets_the_leaving_off()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RosterAsync((Role, "N001", -60, 1, 1), (Role, "N003", 1, 600, 1), (Role, "N002", -60, 600, 2));
        var told = await HappensAsync(hospital, "critical-result");
        Assert.Contains(Lines(told), l => l.StartsWith("asked Dr. Three sms 00:01:00", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(told), l => l.StartsWith("asked Dr. One voice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_named_and_not_waited_for_and_the_fallback_role_answers()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.PersonAsync("N001", "Dr. One", ["sms:+15550101:unverified"]);
        await hospital.RoleAsync("medicine", "Medicine");
        await hospital.RoleAsync(Role, "Cardiology", new { fallbackRole = "medicine" });
        await hospital.RosterAsync((Role, "N001", -60, 600, 1), ("medicine", "N002", -60, 600, 1));
        var told = await HappensAsync(hospital, "urgent");
        Assert.Equal("N001", Assert.Single(told.GetProperty("unreachable").EnumerateArray()).GetProperty("employeeNo").GetString());
        Assert.Contains(Lines(told), l => l.StartsWith("asked Dr. Two sms 00:00:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Steps_that_nobody_has_saved_repeat_name_people_and_tell_the_desk_beside_them()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RoleAsync(Role, "Cardiology", new { contactMethods = new[] { new { kind = "snpp", address = "99", verified = true } } });
        await hospital.RosterAsync((Role, "N001", -60, 600, 1), (Role, "N002", -60, 600, 2));
        object[] steps =
        [
            new { waitSeconds = 45, targets = new object[] { new { type = "tier", tier = 1 }, new { type = "desk" } }, repeat = 2 },
            new { waitSeconds = 90, targets = new object[] { new { type = "tier", tier = 2 }, new { type = "person", @ref = "N003" } }, acknowledgements = 2 },
        ];
        var told = await AskAsync(hospital, new { role = Role, urgency = "urgent", steps });
        Assert.Contains(Lines(told), l => l.StartsWith("asked-again Dr. One sms 00:00:45", StringComparison.Ordinal));
        using (var saved = await hospital.Admin.PutAsJsonAsync("/api/v1/policies/twice", new { name = "Twice", steps }, Cancel))
        {
            saved.EnsureSuccessStatusCode();
        }

        await hospital.RoleAsync(Role, "Cardiology", new { policy = "twice", contactMethods = new[] { new { kind = "snpp", address = "99", verified = true } } });
        Assert.Equal(Lines(told), Lines(await HappensAsync(hospital, "urgent")));
    }

    [Fact]
    public async Task Nothing_is_written_and_what_does_not_end_within_60_lines_says_so()
    {
        await using var hospital = await CardiologyAsync();
        await hospital.RosterAsync((Role, "N001", -60, 600, 1));
        object[] steps = [new { waitSeconds = 5, targets = new object[] { new { type = "tier", tier = 1 } }, repeat = 20 }, new { waitSeconds = 5, targets = new object[] { new { type = "tier", tier = 1 } }, repeat = 20 }];

        var told = await AskAsync(hospital, new { role = Role, urgency = "urgent", steps });

        Assert.Equal(60, told.GetProperty("lines").GetArrayLength());
        Assert.False(told.GetProperty("complete").GetBoolean());
        await hospital.PassAsync(Duration.FromMinutes(30));
        Assert.Empty(hospital.SmsTo("+15550101"));
        Assert.Equal(0, (await hospital.Admin.GetFromJsonAsync<JsonElement>("/api/v1/pages", Cancel)).GetProperty("items").GetArrayLength());
    }

    private static async Task<WarpedHospital> CardiologyAsync()
    {
        var hospital = await WarpedHospital.OpenAsync();
        await hospital.PersonAsync("nurse", "Nina", []);
        await hospital.PersonAsync("N001", "Dr. One", ["sms:+15550101", "snpp:4711", "voice:+15550101"]);
        await hospital.PersonAsync("N002", "Dr. Two", ["sms:+15550102"]);
        await hospital.PersonAsync("N003", "Dr. Three", ["snpp:4713", "sms:+15550103"]);
        await hospital.PersonAsync("D001", "Dora", ["sms:+15550109", "snpp:4719"], "dispatcher");
        await hospital.RoleAsync(Role, "Cardiology");
        return hospital;
    }

    /// <summary>Holds what is told against what happens until the last line; answers what was told.</summary>
    private static async Task<JsonElement> HappensAsync(WarpedHospital hospital, string urgency)
    {
        var told = await AskAsync(hospital, new { role = Role, urgency });
        Assert.True(told.GetProperty("complete").GetBoolean());
        var start = hospital.Clock.Now;
        Assert.Equal(start, InstantOf(told.GetProperty("at")));
        var page = await hospital.PageAsync("nurse", Role, urgency);
        await hospital.PassAsync(InstantOf(told.GetProperty("lines").EnumerateArray().Last().GetProperty("at")) - start);

        var events = (await hospital.ReadAsync(page)).GetProperty("events").EnumerateArray().ToList();
        string[] rung = [.. events.Where(e => e.GetProperty("kind").GetString() == "accepted" || e.GetProperty("kind").GetString() == "delivered").Where(IsRung).Where(e => !IsLettingOff(e, events)).Select(Rung)];
        string[] said = [.. events.Where(e => Told.Contains(e.GetProperty("kind").GetString())).Select(Said)];
        var lines = told.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(rung.Order(StringComparer.Ordinal), lines.Where(IsRung).Select(Rung).Order(StringComparer.Ordinal));
        Assert.Equal(said.Order(StringComparer.Ordinal), lines.Where(l => Told.Contains(l.GetProperty("kind").GetString())).Select(Said).Order(StringComparer.Ordinal));
        return told;
    }

    private static async Task<JsonElement> AskAsync(WarpedHospital hospital, object request)
    {
        using var answer = await hospital.Admin.PostAsJsonAsync("/api/v1/policies/dry-run", request, Cancel);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.True(answer.IsSuccessStatusCode, told.ToString());
        return told;
    }

    private static List<string> Lines(JsonElement told)
    {
        var start = InstantOf(told.GetProperty("at"));
        return [.. told.GetProperty("lines").EnumerateArray().Select(l =>
            $"{l.GetProperty("kind").GetString()} {Text(l, "who")} {Text(l, "channel")} {Duration.FromSeconds((InstantOf(l.GetProperty("at")) - start).TotalSeconds):HH:mm:ss}")];
    }

    // Whose shift has ended is told so by what has rung before: that asks nobody.
    private static bool IsLettingOff(JsonElement line, List<JsonElement> events) => events.Any(e =>
        Text(e, "kind") == "handed-over" && Text(e, "who") == Text(line, "who") && InstantOf(e.GetProperty("at")) == InstantOf(line.GetProperty("at")));

    private static bool IsRung(JsonElement line) => Text(line, "channel") is { } channel && channel is not "inApp" and not "";

    private static string Rung(JsonElement line) => $"{InstantOf(line.GetProperty("at"))} {(Text(line, "who") is "" or "holder of the device" ? "device" : Text(line, "who"))} {Text(line, "channel")}";

    private static string Said(JsonElement line) => $"{InstantOf(line.GetProperty("at"))} {Text(line, "kind")} {Text(line, "who")} {Text(line, "detail")}";

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static Instant InstantOf(JsonElement instant) => OffsetDateTimePattern.Rfc3339.Parse(instant.GetString()!).Value.ToInstant();
}
