using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Rota;

/// <summary>The roster with JavaScript off: what is drawn, and what a scheduler does with it. It is 09:00 on a Monday.</summary>
public sealed class RosterScreenTests
{
    [Fact]
    public async Task Everybody_on_is_drawn_and_a_gap_stands_in_words()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");

        var roster = await nurse.OpenAsync("/rota");

        var track = roster.QuerySelector($".tl-track[aria-label='{Ward.Role}']")!;
        Assert.Equal(["Dr Adler", "Dr Baum"], track.QuerySelectorAll(".tl-bar text").Select(t => t.TextContent));
        Assert.Contains("Nobody is on: Mon 23 Nov 17:00 to Mon 30 Nov 00:00", track.QuerySelectorAll(".tl-gap title").Select(t => t.TextContent));
        Assert.Empty(roster.QuerySelectorAll(".tl-track a, .tl-name a"));
        Assert.Contains("3 gaps.", roster.QuerySelector("p.found")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Who changed what", roster.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduler_fills_a_gap_after_reading_what_is_to_be_known()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/people/baum", new { name = "Dr Baum" });
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", permissions = new[] { new { permission = "scheduler" } } });
        var rota = await ward.SignInAsync("nurse");
        var roster = await rota.OpenAsync("/rota");

        var form = await rota.OpenAsync(roster.QuerySelectorAll($".tl-track[aria-label='{Ward.Role}'] .tl-gap a")[^1].GetAttribute("href")!);
        Assert.Equal("2026-11-23T17:00", ((IHtmlInputElement)form.QuerySelector("#shift-from")!).Value);
        var warned = await rota.PressAsync(form, "Add the shift", ("Who is on", "Dr Baum (baum)"), ("Until", "2026-11-24T05:00"));
        Assert.Contains("Nothing is changed yet.", warned.Words(), StringComparison.Ordinal);
        Assert.Contains("Dr Baum has no verified contact method", warned.Words(), StringComparison.Ordinal);
        var done = await rota.PressAsync(warned, "Add it all the same");

        Assert.StartsWith("/rota?from=2026-11-23", rota.Path, StringComparison.Ordinal);
        Assert.Contains("Dr Baum, tier 1: Mon 23 Nov 17:00 to Tue 24 Nov 05:00", Titles(done));
        Assert.Contains("Nina Nurse by hand · " + Ward.Role, done.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_times_typed_after_a_warning_are_warned_of_anew()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", permissions = new[] { new { permission = "scheduler" } } });
        var rota = await ward.SignInAsync("nurse");
        var form = await rota.OpenAsync("/rota/shift?role=cardiology%2Fduty-physician&from=2026-11-23T17:00&to=2026-11-25T17:00");

        var warned = await rota.PressAsync(form, "Add the shift", ("Who is on", "nurse"));
        Assert.Contains("hours without a break", warned.Words(), StringComparison.Ordinal);
        var again = await rota.PressAsync(warned, "Add it all the same", ("Until", "2026-11-26T17:00"));

        Assert.Contains("Nothing is changed yet.", again.Words(), StringComparison.Ordinal);
        Assert.Equal("/rota/shift/add", rota.Path);
    }

    [Fact]
    public async Task A_cover_is_put_in_from_a_bar_and_taken_back_from_its_own()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", permissions = new[] { new { permission = "scheduler" } } });
        var rota = await ward.SignInAsync("nurse");
        var stretch = await rota.OpenAsync(Bar(await rota.OpenAsync("/rota"), "Dr Adler"));

        var covered = await rota.PressAsync(stretch, "Put the cover in", ("Who stands in", "Sam Stranger (stranger)"), ("Until", "2026-11-23T12:00"), ("Reason", "dentist"));
        Assert.Contains("Sam Stranger, tier 1: Mon 23 Nov 09:00 to Mon 23 Nov 12:00 – covers for Dr Adler", Titles(covered));
        var back = await rota.PressAsync(await rota.OpenAsync(Bar(covered, "⇄ Sam Stranger")), "Take the cover back");

        Assert.DoesNotContain(Titles(back), t => t.StartsWith("Sam Stranger", StringComparison.Ordinal) && t.Contains("12:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shift_is_taken_off_only_after_it_is_told_what_that_leaves()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/people/nurse", new { name = "Nina Nurse", permissions = new[] { new { permission = "scheduler" } } });
        var rota = await ward.SignInAsync("nurse");
        var stretch = await rota.OpenAsync(Bar(await rota.OpenAsync("/rota"), "Dr Adler"));

        var asked = await rota.PressAsync(stretch, "Take the shift off…");
        Assert.Contains("Nothing is changed yet.", asked.Words(), StringComparison.Ordinal);
        Assert.Contains("Dr Adler, tier 1: Mon 23 Nov 08:00 to Mon 23 Nov 17:00", Titles(await rota.OpenAsync("/rota")));
        await rota.OpenAsync(Bar(await rota.OpenAsync("/rota"), "Dr Adler"));
        var off = await rota.PressAsync(asked, "Take the shift off");

        Assert.Contains("Dr Adler, tier 1: Mon 23 Nov 08:00 to Mon 23 Nov 09:00", Titles(off));
    }

    [Fact]
    public async Task Who_plans_nothing_gets_no_form()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");

        Assert.Contains("are kept by its schedulers", (await nurse.OpenAsync("/rota/shift?role=cardiology%2Fduty-physician")).Words(), StringComparison.Ordinal);
        Assert.Contains("are kept by its schedulers", (await nurse.OpenAsync("/rota/stretch?role=surgery&person=adler&at=2026-11-23T09:00:00Z")).Words(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Titles(IHtmlDocument roster) => [.. roster.QuerySelectorAll(".tl-track title").Select(t => t.TextContent)];

    private static string Bar(IHtmlDocument roster, string name) =>
        roster.QuerySelectorAll(".tl-bar a").First(a => a.QuerySelector("text")!.TextContent == name).GetAttribute("href")!;
}
