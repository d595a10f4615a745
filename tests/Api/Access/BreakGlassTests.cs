using System.Net;
using NodaTime;
using OnCall.Api.Tests.Audit;
using OnCall.Api.Tests.Pages;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

/// <summary>Reading a page that one has no part in: at once, for an hour, and never unseen.</summary>
public sealed class BreakGlassTests
{
    private const string Why = """{"reason":"patientCare","note":"Mrs Doe is with us now, MRN 4711"}""";

    [Fact]
    public async Task A_nurse_reads_a_page_of_others_for_an_hour_and_can_do_nothing_else_with_it()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        using var nurse = await host.AsAsync("staff");
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await nurse.GetPathAsync(Of(page)));

        var broken = await nurse.PostAsync(Of(page) + "/break-glass", Why);

        Assert.Equal(HttpStatusCode.Created, broken.StatusCode);
        Assert.Equal("2026-11-23T10:00:00Z", (await broken.ReadAsync()).Text("until"));
        Assert.Equal(page, (await (await nurse.GetPathAsync(Of(page))).ReadAsync()).Text("id"));
        foreach (var move in new[] { "acknowledge", "decline", "escalate", "take-over", "cancel" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await nurse.PostAsync($"{Of(page)}/{move}", "{}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.PostAsync(Of(page) + "/messages", """{"body":"words"}""")).StatusCode);
        host.Clock.Advance(Duration.FromHours(1));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await nurse.GetPathAsync(Of(page)));
    }

    [Fact]
    public async Task The_audit_says_who_and_why_and_nothing_of_the_patient_and_the_auditors_are_told_and_read_the_note()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        using var nurse = await host.AsAsync("staff");
        using var auditor = await host.AsAsync("auditor");
        using var elsewhere = await AuditorOfAnotherUnitAsync(host);

        await nurse.PostAsync(Of(page) + "/break-glass", Why);

        var (actor, subject, detail) = Assert.Single(await host.EntriesAsync("page.break-glass"));
        Assert.Equal(("person:staff", $"page:{page}"), (actor, subject));
        Assert.Contains("\"reason\":\"patientCare\"", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Doe", detail, StringComparison.Ordinal);
        Assert.StartsWith("OnCall: staff (staff) reads page #", Assert.Single(await ToldOfGlassAsync(auditor)), StringComparison.Ordinal);
        Assert.Empty(await ToldOfGlassAsync(elsewhere));
        var list = await (await auditor.GetPathAsync(Of(page) + "/break-glass")).ReadAsync();
        Assert.Equal("Mrs Doe is with us now, MRN 4711", list.Text("items.0.note"));
        Assert.Equal("staff", list.Text("items.0.by.employeeNo"));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await nurse.GetPathAsync(Of(page) + "/break-glass"));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await elsewhere.GetPathAsync(Of(page) + "/break-glass"));
    }

    [Fact]
    public async Task Systems_auditors_and_whoever_may_read_anyhow_break_nothing()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        using var desk = await host.AsAsync("dispatcher");
        using var elsewhere = await AuditorOfAnotherUnitAsync(host);
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab","permissions":[{"permission":"staff"}]}""")).ReadAsync()).Text("key")!;
        using var lab = host.With(key);

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "may-read-already", await desk.PostAsync(Of(page) + "/break-glass", Why));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await lab.PostAsync(Of(page) + "/break-glass", Why));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await elsewhere.PostAsync(Of(page) + "/break-glass", Why));
        Assert.Empty(await host.EntriesAsync("page.break-glass"));
    }

    [Theory]
    [InlineData("""{"reason":"curious","note":"I would like to know"}""", "reason")]
    [InlineData("""{"reason":"other","note":"because"}""", "note")]
    [InlineData("""{}""", "reason", "note")]
    public async Task A_reason_and_a_note_are_wanted(string body, params string[] fields)
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        using var nurse = await host.AsAsync("staff");

        await ProblemAssert.NamesAsync(await nurse.PostAsync(Of(page) + "/break-glass", body), fields);
        Assert.Empty(await host.EntriesAsync("page.break-glass"));
    }

    [Fact]
    public async Task The_screen_offers_it_says_what_it_means_and_shows_the_page_without_a_form_to_write_in()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await host.PagedAsync();
        await People.MakeAsync(host, "N001");
        using var nurse = new SigningIn(host);
        await nurse.PasswordAsync("N001", People.Password);
        var shut = await nurse.SeeAsync("/pages/" + page);
        Assert.Equal($"/pages/{page}/break-glass", shut.QuerySelector("main a.button")!.GetAttribute("href"));

        var form = $"/pages/{page}/break-glass";
        Assert.Contains("told at once", (await nurse.SeeAsync(form)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nurse.SendAsync(form, form + "/read", ("reason", "other"), ("note", "x"))).StatusCode);
        var done = await nurse.SendAsync(form, form + "/read", ("reason", "handover"), ("note", "I have the ward from eight"));

        Assert.Equal("/pages/" + page, done.Headers.Location!.OriginalString);
        var open = await nurse.SeeAsync("/pages/" + page);
        Assert.Contains("ward", open.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(open.QuerySelector("a[href*='form=message']"));
        Assert.Empty(open.QuerySelectorAll("#moves form"));
    }

    private static string Of(string page) => $"{PageRequests.Pages}/{page}";

    private static async Task<HttpClient> AuditorOfAnotherUnitAsync(ApiHost host)
    {
        await host.Admin.PutAsync("/api/v1/org-units/elsewhere", """{"name":"Elsewhere"}""");
        return await host.AsAsync("auditor", "elsewhere");
    }

    private static async Task<IEnumerable<string?>> ToldOfGlassAsync(HttpClient client) =>
        (await (await client.GetPathAsync("/api/v1/me/notices")).ReadAsync()).At("items").EnumerateArray().Where(n => n.Text("kind") == "glassBroken").Select(n => n.Text("text"));
}
