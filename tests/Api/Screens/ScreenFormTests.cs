using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>What holds on every screen: forms that work without scripts, labels, headings, a language.</summary>
public sealed class ScreenFormTests
{
    [Fact]
    public async Task Every_form_is_a_post_with_an_anti_forgery_token_but_what_only_looks()
    {
        var checkedForms = 0;
        await foreach (var (path, screen) in AllAsync())
        {
            foreach (var form in screen.QuerySelectorAll<IHtmlFormElement>("form"))
            {
                if (form.Method != "post")
                {
                    // What it asks for stands in the address: choices, and nothing that anybody writes.
                    Assert.True(form.Method == "dialog" || form.QuerySelectorAll("input, textarea").Length == 0, $"A form on {path} writes into an address.");
                    continue;
                }

                Assert.True(form.QuerySelector("input[name=__RequestVerificationToken]") is not null, $"A form on {path} has no token.");
                checkedForms++;
            }
        }

        Assert.True(checkedForms > 20, $"Only {checkedForms} forms were seen.");
    }

    [Fact]
    public async Task Every_screen_has_a_language_a_title_one_main_heading_and_a_label_for_each_field()
    {
        var checkedFields = 0;
        await foreach (var (path, screen) in AllAsync())
        {
            Assert.Equal("en", screen.DocumentElement.GetAttribute("lang"));
            Assert.EndsWith("OnCall", screen.Title, StringComparison.Ordinal);
            Assert.Single(screen.QuerySelectorAll("h1"));
            foreach (var field in screen.QuerySelectorAll("input:not([type=hidden]), textarea, select"))
            {
                Assert.True(screen.QuerySelector($"label[for='{field.Id}']") is not null, $"{field.OuterHtml} on {path} has no label.");
                checkedFields++;
            }
        }

        Assert.True(checkedFields > 15, $"Only {checkedFields} fields were seen.");
    }

    [Fact]
    public async Task Every_id_is_used_once_and_every_reference_to_one_is_met()
    {
        await foreach (var (path, screen) in AllAsync())
        {
            var ids = screen.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.Equal(ids.Distinct(), ids);
            var referred = screen.QuerySelectorAll("[aria-labelledby], [aria-describedby], [list]")
                .SelectMany(e => new[] { e.GetAttribute("aria-labelledby"), e.GetAttribute("aria-describedby"), e.GetAttribute("list") }.OfType<string>())
                .SelectMany(ids => ids.Split(' '));
            Assert.All(referred, id => Assert.True(ids.Contains(id), $"{id} is nowhere on {path}."));
        }
    }

    [Fact]
    public async Task Without_scripts_a_screen_loads_itself_again_only_where_nobody_can_be_typing()
    {
        var reloading = 0;
        await foreach (var (path, screen) in AllAsync())
        {
            var reloads = screen.QuerySelector("noscript meta[http-equiv=refresh]") is not null;
            var typing = screen.QuerySelector("main input:not([type=hidden]), main textarea") is not null;
            Assert.False(reloads && typing, $"{path} would wipe out what is typed.");
            reloading += reloads ? 1 : 0;
        }

        Assert.True(reloading > 2);
    }

    [Fact]
    public async Task With_scripts_the_inbox_the_board_and_every_page_are_live_also_where_somebody_may_be_typing()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var dora = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync("Critical result");

        IHtmlDocument[] screens =
        [
            await adler.OpenAsync("/"), await adler.OpenAsync(nurse.Path), await dora.OpenAsync(nurse.Path + "?form=message"),
        ];

        Assert.All(screens, screen => Assert.NotNull(screen.QuerySelector("script[type=module][src^='/live.mjs']")));
        Assert.All(screens, screen => Assert.StartsWith("/api/v1/", screen.Body!.GetAttribute("data-stream"), StringComparison.Ordinal));
        var board = await dora.OpenAsync("/board");
        Assert.NotNull(board.QuerySelector("script[type=module][src^='/board.mjs']"));
        Assert.NotNull(board.QuerySelector("#desk[data-position]"));
        Assert.All(screens.SelectMany(screen => screen.QuerySelectorAll("[data-live]")), part => Assert.NotEmpty(part.Id!));
    }

    private static async IAsyncEnumerable<(string Path, IHtmlDocument Screen)> AllAsync()
    {
        await using var ward = await Ward.OpenAsync();
        yield return ("/sign-in", await ward.Browser().OpenAsync("/sign-in"));
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var dora = await ward.SignInAsync("desk1");
        yield return ("an empty inbox", await adler.OpenAsync("/"));
        yield return ("an empty board", await dora.OpenAsync("/board"));
        yield return ("/page", await nurse.OpenAsync("/page"));
        yield return ("a refused board", await nurse.OpenAsync("/board"));
        foreach (var urgency in new[] { "Critical result", "Code", "Routine", "Urgent" })
        {
            yield return ($"a new page, {urgency}", await nurse.PageCardiologyAsync(urgency));
            yield return ($"the page to its responder, {urgency}", await adler.OpenAsync(nurse.Path));
            yield return ($"an inbox with {urgency}", await adler.OpenAsync("/"));
        }

        yield return ("the board", await dora.OpenAsync("/board"));
        foreach (var form in new[] { "message", "called-in", "reroute", "resolve", "cancel", "nonsense" })
        {
            yield return ($"the form {form}", await dora.OpenAsync($"{nurse.Path}?form={form}"));
        }

        yield return ("a page taken", await adler.PressAsync(await adler.OpenAsync(nurse.Path), "On my way"));
        yield return ("an inbox with a page taken", await adler.OpenAsync("/"));
    }
}
