using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>What the screens keep to themselves, and what they say when something is not done.</summary>
public sealed class ScreenSafetyTests
{
    [Fact]
    public async Task Patient_data_is_in_no_address()
    {
        const string Canary = "canary77";
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        (string, string)[] fields =
        [
            ("Role", Ward.Role), ("Critical result", ""), ("Subject", Canary), ("Patient reference", Canary), ("Message", Canary), ("Answers to choose from", Canary),
        ];
        var looked = await nurse.PressAsync(await nurse.OpenAsync("/page"), "Who is on now?", fields);
        await nurse.PressAsync(looked, "Send the page");
        await nurse.PressAsync(await nurse.OpenAsync(nurse.Path + "?form=message"), "Add the message", ("Message", Canary));
        await adler.PressAsync(await adler.OpenAsync("/"), Canary, ("Read the value back", Canary));

        Assert.Contains(Canary, (await adler.OpenAsync(nurse.Path)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, (await adler.OpenAsync(nurse.Path)).Title, StringComparison.Ordinal);
        Assert.DoesNotContain(nurse.Visited.Concat(adler.Visited), path => path.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_staff_member_does_not_get_the_board()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        await nurse.PageCardiologyAsync();

        var refused = await nurse.OpenAsync("/board");

        Assert.Equal(403, nurse.Status);
        Assert.Contains("The board is for dispatchers and administrators.", refused.Words(), StringComparison.Ordinal);
        Assert.Null(refused.QuerySelector("table"));
        Assert.Null(refused.QuerySelector("nav a[href='/board']"));
    }

    [Fact]
    public async Task A_stranger_reads_nothing_of_a_page()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var stranger = await ward.SignInAsync("stranger");
        await nurse.PageCardiologyAsync("Urgent", ("Subject", "canary77"));

        var refused = await stranger.OpenAsync(nurse.Path);

        Assert.Equal(403, stranger.Status);
        Assert.DoesNotContain("canary77", refused.Source.Text, StringComparison.Ordinal);
        await stranger.OpenAsync("/pages/00000000-0000-0000-0000-000000000001");
        Assert.Equal(404, stranger.Status);
    }

    [Fact]
    public async Task A_form_without_a_valid_token_is_answered_in_words_and_changes_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var page = await nurse.PageCardiologyAsync();
        var inbox = await adler.OpenAsync("/");
        inbox.QuerySelector("main input[name=__RequestVerificationToken]")!.SetAttribute("value", "forged");

        var refused = await adler.PressAsync(inbox, "On my way");

        Assert.Equal(400, adler.Status);
        Assert.Contains("nothing was done", refused.Words(), StringComparison.Ordinal);
        Assert.Contains("nobody has it", (await nurse.OpenAsync(nurse.Path)).State(), StringComparison.Ordinal);
        Assert.NotEmpty(page.Reference());
    }

    [Fact]
    public async Task Somebody_whose_session_has_ended_is_told_that_nothing_was_done()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        await nurse.PageCardiologyAsync();
        var inbox = await adler.OpenAsync("/");

        var lost = await ward.Browser().SendAsync(Browser.Press(inbox, "On my way"));

        Assert.Contains("what you just did was not done", lost.Words(), StringComparison.Ordinal);
        Assert.NotNull(lost.QuerySelector("form[action='/sign-in']"));
        Assert.Contains("nobody has it", (await nurse.OpenAsync(nurse.Path)).State(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_in_one_comes_back_to_where_one_was()
    {
        await using var ward = await Ward.OpenAsync();
        var nobody = ward.Browser();

        await nobody.OpenAsync("/page");

        Assert.Equal("/sign-in?to=%2Fpage", nobody.Path);
    }

    [Fact]
    public async Task No_screen_is_kept_by_browsers_or_proxies()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");

        await nurse.OpenAsync("/");

        Assert.Contains("no-store", nurse.CacheControl, StringComparison.Ordinal);
    }
}
