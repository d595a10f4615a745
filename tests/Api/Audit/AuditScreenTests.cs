using AngleSharp.Html.Parser;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Audit;

/// <summary>The screen of the audit trail.</summary>
public sealed class AuditScreenTests
{
    [Fact]
    public async Task Auditors_find_entries_on_a_screen_and_others_are_told_that_they_do_not()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:<b>N1</b>", subject: "page:7"), host.Entry("person:N2"));
        await host.SealAsync();
        using var auditor = await host.AsAsync("auditor");
        var screen = await ScreenAsync(auditor, "/audit?subject=page:7");
        var row = Assert.Single(screen.QuerySelectorAll("tbody tr"));
        Assert.Contains("person:<b>N1</b>", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("page:7", screen.QuerySelector("#subject")!.GetAttribute("value"));
        Assert.Equal("/api/v1/audit.csv?subject=page%3A7", screen.QuerySelector(".find a")!.GetAttribute("href"));
        Assert.NotNull(screen.QuerySelector("nav a[href='/audit']"));

        using var staff = await host.AsAsync("staff");
        Assert.Equal(403, (int)(await staff.GetPathAsync("/audit")).StatusCode);
        Assert.Null((await ScreenAsync(staff, "/")).QuerySelector("nav a[href='/audit']"));
    }

    [Fact]
    public async Task Older_entries_are_a_press_away_with_the_same_question()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync([.. Enumerable.Range(0, 130).Select(i => host.Entry($"person:P{i:000}"))]);
        var screen = await ScreenAsync(host.Admin, "/audit?action=test.");
        Assert.Equal(100, screen.QuerySelectorAll("tbody tr").Length);
        var older = await ScreenAsync(host.Admin, screen.QuerySelectorAll("main a.button").Single(a => a.TextContent == "Older").GetAttribute("href")!);
        Assert.Equal(30, older.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("person:P000", older.QuerySelectorAll("tbody tr")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_time_is_told_beside_the_form()
    {
        await using var host = await ApiHost.StartAsync();
        var answer = await host.Admin.GetPathAsync("/audit?from=yesterday");
        Assert.Equal(422, (int)answer.StatusCode);
        var screen = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("2026-10-12", screen.QuerySelector("[role=alert] li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("yesterday", screen.QuerySelector("#from")!.GetAttribute("value"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ScreenAsync(HttpClient client, string path)
    {
        var answer = await client.GetPathAsync(path);
        answer.EnsureSuccessStatusCode();
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
