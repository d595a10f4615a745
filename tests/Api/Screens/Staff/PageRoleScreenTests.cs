using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Staff;

/// <summary>What helps to page a role, with JavaScript off.</summary>
public sealed class PageRoleScreenTests
{
    [Fact]
    public async Task A_role_that_was_marked_or_paged_lately_is_a_press_away()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/roles/surgery", new { name = "Surgery", fallbackRole = "cardiology/duty-physician" });
        var nurse = await ward.SignInAsync("nurse");
        Assert.Null((await nurse.OpenAsync("/page")).QuerySelector(".own-roles"));

        await nurse.PageCardiologyAsync("Urgent", ("Call back on", "555 0199"));
        var asked = await nurse.PressAsync(await nurse.OpenAsync("/page"), "Who is on now?", [("Role", "Surgery"), ("Subject", "Appendix")]);
        var marked = await nurse.PressAsync(asked, "☆ Mark as favourite");

        Assert.Equal(["★ Surgery nobody is on", Ward.Role], marked.QuerySelectorAll(".own-roles a").Select(a => a.Words()));
        Assert.Equal("Appendix", ((IHtmlInputElement)marked.QuerySelector("#subject")!).Value);
        var chosen = await nurse.OpenAsync(marked.QuerySelector(".own-roles a")!.GetAttribute("href")!);
        Assert.Equal("Surgery", ((IHtmlInputElement)chosen.QuerySelector("#role")!).Value);
        Assert.Contains("A page goes to Cardiology – duty physician at once.", chosen.Words(), StringComparison.Ordinal);
        var unmarked = await nurse.PressAsync(chosen, "★ Take from favourites");
        Assert.Equal([Ward.Role], unmarked.QuerySelectorAll(".own-roles a").Select(a => a.Words()));
    }

    [Fact]
    public async Task The_number_to_call_back_on_is_that_of_the_last_page_for_a_shift()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        await nurse.PageCardiologyAsync("Urgent", ("Call back on", "555 0199"));

        Assert.Equal("555 0199", Callback(await nurse.OpenAsync("/page")));
        Assert.Equal("", Callback(await (await ward.SignInAsync("baum")).OpenAsync("/page")));
    }

    [Fact]
    public async Task A_template_follows_what_is_typed_and_sends_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");

        var filled = await nurse.PressAsync(await nurse.OpenAsync("/page"), "Put into the message", [("Message", "Bed 4."), ("Start from a template", "transfer")]);

        Assert.Equal("Bed 4.\n\nMoved from: \nMoved to: \nReason: \nNeeds: ", ((IHtmlTextAreaElement)filled.QuerySelector("#body")!).Value);
        Assert.Equal("/page/template", nurse.Path);
        Assert.Contains("No page asks you now.", (await (await ward.SignInAsync("adler")).OpenAsync("/")).Words(), StringComparison.Ordinal);
    }

    private static string Callback(IHtmlDocument form) => ((IHtmlInputElement)form.QuerySelector("#callback")!).Value;
}
