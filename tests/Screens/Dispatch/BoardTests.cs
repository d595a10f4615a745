using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OnCall.Screens.Tests.Staff;

namespace OnCall.Screens.Tests.Dispatch;

/// <summary>The desk at work: two boards, a keyboard, a line that breaks, a wall.</summary>
public sealed class BoardTests(Chromium chromium)
{
    private static readonly LocatorAssertionsToHaveCountOptions Soon = new() { Timeout = 1000 };

    [Fact]
    public async Task Two_boards_show_the_same_within_a_second_and_a_called_in_acknowledgement_is_entered_in_place()
    {
        await using var room = await SwitchRoom.OpenAsync(chromium);
        var (one, two) = (await room.OpenAsync("/board"), await room.OpenAsync("/board", dark: true));
        await Expect(one, "#as-of").ToContainTextAsync("Live, as of");
        await Expect(two, "#as-of").ToContainTextAsync("Live, as of");
        await room.Floor.PageAsync("first");
        await Expect(one, "#rows tr").ToHaveCountAsync(1, Soon);
        await Expect(two, "#rows tr").ToHaveCountAsync(1, Soon);
        await room.Floor.PageAsync("second", "code", "Collapsed on the stairs.");
        await Expect(two, "#rows tr").ToHaveCountAsync(2, Soon);
        await Expect(two, "#rows tr:first-child .tag").ToContainTextAsync("Code");
        await Expect(two, "#summary").ToHaveTextAsync(Like("2 open pages"));

        await one.Locator("#rows th a").First.ClickAsync();
        await Expect(one, "#beside").ToContainTextAsync("Collapsed on the stairs.");
        await one.KeepAsync("board-1440-beside");
        await one.Locator("#do-called-in summary").ClickAsync();
        await one.Locator("#by").FillAsync("B1");
        await one.Button("Record the acknowledgement").ClickAsync();

        await Expect(one, "#beside .state.big").ToHaveTextAsync("Dr Baum has it");
        await Expect(two, "#rows tr").ToHaveCountAsync(1, Soon);
        await Expect(two, "#rows tr .tag").ToContainTextAsync("Urgent");
        await two.KeepAsync("board-1440-dark");
    }

    [Fact]
    public async Task What_comes_late_of_another_page_never_stands_beside_the_one_that_was_chosen()
    {
        await using var room = await SwitchRoom.OpenAsync(chromium);
        var (slow, quick) = (await room.Floor.PageAsync("slow"), await room.Floor.PageAsync("quick", body: "Collapsed on the stairs."));
        var board = await room.OpenAsync("/board");
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await board.RouteAsync($"**/board/beside/{slow}*", async route =>
        {
            held.TrySetResult();
            await release.Task;
            await route.ContinueAsync();
        });

        await board.Locator($"#row-{slow} th a").First.ClickAsync();
        await held.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await board.Locator($"#row-{quick} th a").First.ClickAsync();
        await Expect(board, "#beside").ToContainTextAsync("Collapsed on the stairs.");
        await board.RunAndWaitForResponseAsync(() => Task.FromResult(release.TrySetResult()), response => response.Url.Contains(slow, StringComparison.Ordinal));

        // Another change is drawn after the late answer was: by then it would have been shown.
        await room.Floor.PageAsync("third");
        await Expect(board, "#rows tr").ToHaveCountAsync(3);
        await Expect(board, "#beside [data-page]").ToHaveAttributeAsync("data-page", quick);
    }

    [Fact]
    public async Task A_press_that_is_never_told_to_have_ended_does_not_hold_the_board()
    {
        await using var room = await SwitchRoom.OpenAsync(chromium);
        var board = await room.OpenAsync("/board");
        await Expect(board, "#as-of").ToContainTextAsync("Live, as of");
        await board.Mouse.MoveAsync(700, 600);
        await board.Mouse.DownAsync();

        await room.Floor.PageAsync("held");

        await Expect(board, "#rows tr").ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_board_whose_line_broke_says_so_and_then_shows_what_it_missed_without_reading_the_whole()
    {
        await using var room = await SwitchRoom.OpenAsync(chromium);
        var board = await room.OpenAsync("/board");
        await room.Floor.PageAsync("before");
        await Expect(board, "#rows tr").ToHaveCountAsync(1, Soon);
        var whole = new List<string>();
        board.Request += (_, request) => whole.AddRange(request.Url.Contains("/board/list", StringComparison.Ordinal) ? [request.Url] : []);

        await board.Context.SetOfflineAsync(true);
        await Expect(board, "#connection").ToContainTextAsync("Not live. What you see is");
        await board.KeepAsync("board-not-live");
        await room.Floor.PageAsync("missed", "code");
        await board.Context.SetOfflineAsync(false);

        await Expect(board, "#rows tr").ToHaveCountAsync(2);
        await Expect(board, "#connection").ToBeHiddenAsync();
        Assert.Empty(whole);
    }

    [Fact]
    public async Task The_keyboard_alone_does_it_and_a_short_cut_that_is_turned_off_stays_off()
    {
        await using var room = await SwitchRoom.OpenAsync(chromium);
        await room.Floor.PageAsync("first");
        await room.Floor.PageAsync("second", "code");
        var board = await room.OpenAsync("/board", 1100);
        await Expect(board, "#keys-open").ToBeVisibleAsync();

        await board.Keyboard.PressAsync("j");
        await board.Keyboard.PressAsync("ArrowDown");
        await Expect(board, "#rows tr:nth-child(2) th a").ToBeFocusedAsync();
        await board.Keyboard.PressAsync("a");
        await Expect(board, "#by").ToBeFocusedAsync();
        await board.Keyboard.TypeAsync("a1");
        await Expect(board, "#by").ToHaveValueAsync("a1");
        await board.Keyboard.PressAsync("Enter");
        await Expect(board, "#beside .state.big").ToHaveTextAsync("Dr Adler has it");
        await Expect(board, "#rows tr").ToHaveCountAsync(1);

        await board.Locator("#rows th a").FocusAsync();
        await board.Keyboard.PressAsync("t");
        await Expect(board, "#do-take-over").ToBeFocusedAsync();
        await board.Keyboard.PressAsync("Enter");
        await Expect(board, "#beside .state.big").ToHaveTextAsync("In hand: Dora Dispatcher took it over");

        await board.Locator("h1").ClickAsync();
        await board.Keyboard.PressAsync("?");
        await board.KeepAsync("board-keys");
        await board.GetByRole(AriaRole.Switch, new() { Name = "Next page" }).ClickAsync();
        await board.Button("Close").Last.ClickAsync();
        await board.Locator("h1").ClickAsync();
        await board.Keyboard.PressAsync("j");
        await Assertions.Expect(board.Locator("#rows th a:focus")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_wall_is_live_cycles_where_it_does_not_fit_and_says_when_it_is_not_live()
    {
        await using var room = await SwitchRoom.OpenAsync(chromium);
        var wall = await room.OpenAsync("/board/wall", 1920);
        await Expect(wall, "#freshness").ToContainTextAsync("Live, as of");
        for (var i = 0; i < 9; i++)
        {
            await room.Floor.PageAsync($"page-{i}");
        }

        await Expect(wall, "#wall-count").ToContainTextAsync("9 open pages", new() { Timeout = 3000 });
        await Expect(wall, "#wall-part").ToContainTextAsync("1 / ");
        var first = await wall.Locator(".wall-rows > li:visible .ref").First.TextContentAsync();
        await wall.KeepAsync("wall-1920");
        await Assertions.Expect(wall.Locator(".wall-rows > li:visible .ref").First).Not.ToHaveTextAsync(first!, new() { Timeout = 15_000 });

        await wall.Context.SetOfflineAsync(true);
        await Expect(wall, "#freshness").ToContainTextAsync("NOT LIVE since");
        await wall.KeepAsync("wall-not-live");
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(1100, true)]
    [InlineData(3840, false)]
    [InlineData(3840, true)]
    public async Task Everybody_can_use_a_full_board(int width, bool dark)
    {
        await using var room = await SwitchRoom.OpenAsync(chromium);
        foreach (var urgency in new[] { "code", "urgent", "critical-result", "routine" })
        {
            await room.Floor.PageAsync(urgency, urgency);
        }

        var board = await room.OpenAsync("/board", width, dark);
        await board.KeepAsync($"board-full-{width}-{(dark ? "dark" : "light")}");
        await board.Locator("#rows th a").First.ClickAsync();
        await Expect(board, "#beside h2").ToBeVisibleAsync();
        await board.KeepAsync($"board-beside-{width}-{(dark ? "dark" : "light")}");
        await board.GotoAsync("/board/wall");
        await board.KeepAsync($"wall-{width}-{(dark ? "dark" : "light")}");
        await board.GotoAsync("/downtime-sheet");
        await board.KeepAsync($"sheet-{width}-{(dark ? "dark" : "light")}");
    }

    private static ILocatorAssertions Expect(IPage window, string selector) => Assertions.Expect(window.Locator(selector));

    private static Regex Like(string words) => new(Regex.Escape(words), RegexOptions.None, TimeSpan.FromSeconds(1));
}
