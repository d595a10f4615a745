using AngleSharp.Html.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Staff;

/// <summary>A swap is offered from one's own shifts, with JavaScript off. Dr Adler is on until 17:00, and so is Dr Baum, who can take nothing then.</summary>
public sealed class AskSwapScreenTests
{
    [Fact]
    public async Task What_is_left_of_a_shift_is_offered_to_a_colleague_for_one_of_theirs()
    {
        await using var ward = await Ward.OpenAsync();
        await AddAsync(ward, "stranger", "2026-11-25T08:00", "2026-11-25T17:00");
        var adler = await ward.SignInAsync("adler");

        var choose = await OfferAsync(adler);
        Assert.Contains("Mon 23 Nov 09:00 to Mon 23 Nov 17:00", choose.Words(), StringComparison.Ordinal);
        Assert.Equal(["Sam Stranger (stranger)"], choose.QuerySelectorAll("#colleagues option").Select(o => o.GetAttribute("value")));
        var form = await adler.PressAsync(choose, "Continue", ("Whom you ask", "Sam Stranger (stranger)"));
        Assert.Equal(["Nothing: they take it over", "Wed 25 Nov 08:00 to Wed 25 Nov 17:00, tier 1"], form.QuerySelectorAll("fieldset label").Select(l => l.TextContent));
        form.Field<IHtmlInputElement>("#take-0").IsChecked = true;
        var asked = await adler.PressAsync(form, "Ask Sam Stranger", ("Reason", "wedding"));

        Assert.Equal("/swaps", adler.Path);
        Assert.Equal(
            ["Dr Adler → Sam Stranger: Cardiology – duty physician, tier 1, Mon 23 Nov 09:00 to Mon 23 Nov 17:00", "Sam Stranger → Dr Adler: Cardiology – duty physician, tier 1, Wed 25 Nov 08:00 to Wed 25 Nov 17:00"],
            asked.QuerySelectorAll(".card li").Take(2).Select(l => l.Words()));
    }

    [Fact]
    public async Task Somebody_unknown_or_oneself_is_said_and_what_is_not_mine_cannot_be_offered()
    {
        await using var ward = await Ward.OpenAsync();
        var adler = await ward.SignInAsync("adler");
        var choose = await OfferAsync(adler);

        var again = await adler.PressAsync(choose, "Continue", ("Whom you ask", "adler"));
        Assert.Equal(422, adler.Status);
        Assert.Contains("Whom you ask: Nobody swaps with themselves.", again.Words(), StringComparison.Ordinal);
        Assert.Contains("Whom you ask: Nobody has this employee number.", (await adler.PressAsync(again, "Continue", ("Whom you ask", "ghost"))).Words(), StringComparison.Ordinal);

        var nina = await ward.SignInAsync("nurse");
        await nina.OpenAsync(adler.Path);
        Assert.Equal(404, nina.Status);
        await nina.OpenAsync("/my-shifts/swap?Role=x&At=yesterday");
        Assert.Equal("/my-shifts", nina.Path);
    }

    [Fact]
    public async Task A_shift_that_is_asked_for_already_is_refused_with_what_was_chosen_kept()
    {
        await using var ward = await Ward.OpenAsync();
        var adler = await ward.SignInAsync("adler");
        var choose = await OfferAsync(adler);
        var form = await adler.PressAsync(choose, "Continue", ("Whom you ask", "stranger"));
        await adler.PressAsync(form, "Ask Sam Stranger");

        var again = await adler.PressAsync(form, "Ask Sam Stranger", ("Reason", "wedding"));
        Assert.Equal(409, adler.Status);
        Assert.Contains("Another swap over the same time is still open", again.Words(), StringComparison.Ordinal);
        Assert.Equal("wedding", again.Field<IHtmlInputElement>("#reason").Value);
    }

    private static async Task<IHtmlDocument> OfferAsync(Browser browser)
    {
        var link = (await browser.OpenAsync("/my-shifts")).QuerySelectorAll("main td a").First(a => a.TextContent.StartsWith("Offer a swap", StringComparison.Ordinal));
        return await browser.OpenAsync(link.GetAttribute("href")!);
    }

    private static Task AddAsync(Ward ward, string person, string from, string to) =>
        ward.PostAsAsync("admin", "/api/v1/shifts", new { role = "cardiology/duty-physician", person, from, to });
}
