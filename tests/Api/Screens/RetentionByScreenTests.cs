using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>Rules, holds and an export by forms, with JavaScript off.</summary>
public sealed class RetentionByScreenTests
{
    [Fact]
    public async Task An_administrator_counts_says_a_rule_and_places_and_lifts_a_hold()
    {
        await using var ward = await Ward.OpenAsync();
        var browser = await ward.SignInAsync("admin");
        var screen = await browser.OpenAsync("/admin/retention");
        Assert.Contains("Urgent pages whole hospital For ever nobody", screen.Words(), StringComparison.Ordinal);

        screen = await browser.PressAsync(screen, "Count what would go", ("What", "urgentPages"), ("Days", "400"));
        Assert.Contains("What would go Nothing.", screen.Words(), StringComparison.Ordinal);
        screen = await browser.PressAsync(screen, "Save the rule", ("What", "urgentPages"), ("Days", "400"));
        Assert.Contains("Urgent pages whole hospital 400 days", screen.Words(), StringComparison.Ordinal);

        screen = await browser.PressAsync(screen, "Save the rule", ("What", "urgentPages"), ("Days", "3"));
        Assert.Equal(422, browser.Status);
        Assert.Contains("From 30 to 36500", screen.Words(), StringComparison.Ordinal);
        Assert.Equal("3", screen.QuerySelector("#days")!.GetAttribute("value"));

        var page = await browser.PageCardiologyAsync();
        var address = browser.Path;
        screen = await browser.PressAsync(await browser.OpenAsync("/admin/retention"), "Place the hold", ("Page (", "http://oncall.example" + address), ("Reason", "Case 12"));
        Assert.Contains($"Page {page.Reference()}: Case 12", screen.Words(), StringComparison.Ordinal);
        screen = await browser.PressAsync(screen, "Lift", ("Why it is lifted", "Over"));
        Assert.Contains("Lifted by", screen.Words(), StringComparison.Ordinal);
        screen = await browser.PressAsync(screen, "Take back");
        Assert.Contains("Urgent pages whole hospital For ever nobody", screen.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_is_offered_no_change_and_staff_see_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var auditor = await ward.SignInAsync("auditor");
        var screen = await auditor.OpenAsync("/admin/retention");
        Assert.Equal(200, auditor.Status);
        Assert.Equal(["Count what would go"], screen.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
        var staff = await ward.SignInAsync("nurse");
        await staff.OpenAsync("/admin/retention");
        Assert.Equal(403, staff.Status);
    }

    [Fact]
    public async Task A_page_is_exported_from_its_screen_and_a_forgotten_reason_is_asked_for()
    {
        await using var ward = await Ward.OpenAsync();
        var browser = await ward.SignInAsync("admin");
        var reference = (await browser.PageCardiologyAsync()).Reference();
        var screen = await browser.OpenAsync(browser.Path + "?form=export");
        screen = await browser.PressAsync(screen, "Export");
        Assert.Equal(422, browser.Status);
        Assert.Contains("Say why", screen.Words(), StringComparison.Ordinal);

        var file = await browser.PressAsync(screen, "Export", ("Reason", "Case 12"));
        Assert.Equal((200, "no-store"), (browser.Status, browser.CacheControl));
        Assert.Contains(reference, file.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Reason: Case 12.", file.QuerySelector(".mark")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Visited, v => v.Contains("Case", StringComparison.Ordinal));
    }
}
