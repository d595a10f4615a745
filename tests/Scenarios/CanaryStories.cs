using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.SqlClient;
using NodaTime;
using NodaTime.Text;
using OnCall.Testing;
using Xunit;

namespace OnCall.Scenarios.Tests;

/// <summary>Words about a patient, put wherever a person can write them, and then looked for everywhere that they must not be.</summary>
public sealed class CanaryStories
{
    private const string Canary = "canary";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_about_a_patient_are_in_no_log_trace_metric_problem_message_that_leaves_or_byte_on_disk()
    {
        using var heard = new HeardLogs();
        await using var hospital = await WarpedHospital.OpenAsync(heard);
        await OpenWardAsync(hospital);

        var pages = await LiveAsync(hospital);
        var problems = await MisuseAsync(hospital);

        // They are read as they were written: what follows would find nothing in a program that had thrown them away.
        var read = string.Join('\n', await Task.WhenAll(pages.Select(hospital.ReadAsync)));
        foreach (var word in new[] { "subject", "body", "patient", "choice", "reply", "read-back", "message", "sms", "decline", "outcome", "cancel" })
        {
            Assert.Contains($"{Canary}-{word}", read, StringComparison.Ordinal);
        }

        Nowhere("a log or trace", heard.Text);
        Nowhere("a metric", await hospital.Admin.GetStringAsync("/metrics", Cancel));
        Nowhere("a problem", problems);
        Nowhere("an SMS or call", string.Join('\n', hospital.Twilio.Requests.All.Select(r => r.Path + r.Body)));
        Nowhere("a pager", string.Join('\n', hospital.Snpp.Commands.All));
        Nowhere("the audit trail", await hospital.Admin.GetStringAsync("/api/v1/audit.csv", Cancel));
        Assert.NotEmpty(hospital.Twilio.Requests.All);
        Assert.NotEmpty(hospital.Snpp.Commands.All);
        Assert.Contains("trace ", heard.Text, StringComparison.Ordinal);
        OnDisk(hospital.DataDirectory, hospital.ServerConnectionString is null);
        if (hospital.ServerConnectionString is { } server)
        {
            await InTablesAsync(server);
        }
    }

    /// <summary>One page is acknowledged and resolved, one passed on and cancelled; what the desk, a text message and a roster can say is said.</summary>
    private static async Task<IReadOnlyList<JsonElement>> LiveAsync(WarpedHospital hospital)
    {
        var words = new { subject = "canary-subject", body = "canary-body 患者", patientRef = "canary-patient", replies = new[] { "canary-choice" } };
        var critical = await hospital.PageAsync("nurse", "ward", "critical-result", words);
        await hospital.PassAsync(Duration.FromMinutes(1));
        await hospital.MoveAsync("nurse", critical, "messages", new { body = "canary-message" });
        Assert.Equal(200, (await hospital.MoveAsync("N001", critical, "acknowledge", new { reply = "canary-reply", readBack = "canary-read-back" })).Status);
        await hospital.SmsAsync("+15550101", "canary-sms");
        Assert.Equal(200, (await hospital.MoveAsync("N001", critical, "resolve", new { outcome = "canary-outcome" })).Status);

        var urgent = await hospital.PageAsync("nurse", "ward", "urgent", words);
        Assert.Equal(200, (await hospital.MoveAsync("N001", urgent, "decline", new { reply = "canary-decline" })).Status);
        await hospital.PassAsync(Duration.FromMinutes(20));
        Assert.Equal(200, (await hospital.MoveAsync("D001", urgent, "cancel", new { reason = "canary-cancel" })).Status);

        var (from, to) = (hospital.Clock.Now + Duration.FromHours(1), hospital.Clock.Now + Duration.FromHours(2));
        using var cover = await hospital.Admin.PostAsJsonAsync(
            "/api/v1/covers",
            new { role = "ward", person = "N002", instead = "N001", from = InstantPattern.General.Format(from), to = InstantPattern.General.Format(to), reason = "canary-ill" }, Cancel);
        Assert.True(cover.IsSuccessStatusCode, await cover.Content.ReadAsStringAsync(Cancel));
        return [critical, urgent];
    }

    /// <summary>Requests that are refused, with words in them; answers what was said.</summary>
    private static async Task<string> MisuseAsync(WarpedHospital hospital)
    {
        var said = new StringBuilder();
        object[] wrong =
        [
            new { role = "ward", urgency = "urgent", subject = "canary " + new string('x', 300), body = "canary" },
            new { role = "ward", urgency = "nonsense", subject = "canary", patientRef = "canary " + new string('x', 300) },
            new { role = "nobody/knows", urgency = "urgent", body = "canary" },
            new { role = "ward", urgency = "urgent", body = new { canary = "canary" } },
        ];
        foreach (var (body, place) in wrong.Select((b, i) => (b, i)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", "wrong " + place);
            using var answer = await hospital.As("nurse").SendAsync(request, Cancel);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            said.AppendLine(await answer.Content.ReadAsStringAsync(Cancel));
        }

        return said.ToString();
    }

    private static async Task OpenWardAsync(WarpedHospital hospital)
    {
        await hospital.PersonAsync("N001", "Dr. Sato", ["sms:+15550101", "voice:+15550101", "snpp:42"], "staff");
        await hospital.PersonAsync("N002", "Dr. Backup", ["sms:+15550102"], "staff");
        await hospital.PersonAsync("D001", "Desk Officer", ["sms:+15550109"], "dispatcher");
        await hospital.PersonAsync("nurse", "Nurse Ito", [], "staff");
        await hospital.RoleAsync("ward", "Ward");
        await hospital.RosterAsync(("ward", "N001", -60, 600, 1), ("ward", "N002", -60, 600, 2));
    }

    private static async Task InTablesAsync(string server)
    {
        await using var connection = new SqlConnection(server);
        var tables = (await connection.QueryAsync<string>("select name from sys.tables where schema_name(schema_id) = 'dbo'")).ToList();
        Assert.Contains("page", tables);
        foreach (var table in tables)
        {
            foreach (var row in (await connection.QueryAsync($"select * from {table}")).Cast<IDictionary<string, object?>>())
            {
                Nowhere($"the table {table}", string.Join('\n', row.Values.Select(v => v is byte[] bytes ? Encoding.Latin1.GetString(bytes) : v?.ToString())));
            }
        }
    }

    /// <param name="withDatabase">Whether the database is one of the files.</param>
    private static void OnDisk(string folder, bool withDatabase)
    {
        var files = System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Equal(withDatabase, files.Any(f => f.EndsWith("oncall.db", StringComparison.Ordinal)));
        Assert.Equal(withDatabase, files.Any(f => f.EndsWith("oncall.db-wal", StringComparison.Ordinal)));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Nowhere(Path.GetFileName(file), Encoding.Latin1.GetString(bytes));
            Nowhere(Path.GetFileName(file), Encoding.Unicode.GetString(bytes));
        }
    }

    private static void Nowhere(string place, string text)
    {
        var at = text.IndexOf(Canary, StringComparison.OrdinalIgnoreCase);
        Assert.True(at < 0, $"In {place}: …{(at < 0 ? "" : text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 120)])}…");
    }
}
