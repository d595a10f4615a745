using Microsoft.Playwright;
using NodaTime;

namespace OnCall.Screens.Tests.Staff;

/// <summary>The inbox on a telephone in one hand.</summary>
public sealed class InboxTests(Chromium chromium)
{
    [Fact]
    public async Task A_page_shows_within_a_second_rings_by_its_urgency_and_is_taken_with_one_thumb()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var adler = await floor.SignInAsync("A1");
        await adler.KeepAsync("inbox-empty");
        await adler.Button("Turn sound on").ClickAsync();
        await Assertions.Expect(adler.GetByText("Sound is on.")).ToBeVisibleAsync();
        await Assertions.Expect(adler.Button("Turn sound on")).ToBeHiddenAsync();

        await floor.PageAsync("first", "urgent");
        await Assertions.Expect(adler.Locator("article.ask")).ToHaveCountAsync(1, new() { Timeout = 1000 });
        await Assertions.Expect(adler.Locator("html")).ToHaveAttributeAsync("data-ringing", "urgent");
        await floor.PageAsync("second", "code", "Collapsed on the stairs, CPR running.");
        await Assertions.Expect(adler.Locator("article.ask")).ToHaveCountAsync(2, new() { Timeout = 1000 });
        await Assertions.Expect(adler.Locator("html")).ToHaveAttributeAsync("data-ringing", "code");
        await Assertions.Expect(adler.Locator("article.ask").First).ToContainTextAsync("Collapsed on the stairs");
        await adler.KeepAsync("inbox-two");

        await adler.Button("Silence").ClickAsync();
        await Assertions.Expect(adler.Locator("html")).ToHaveAttributeAsync("data-ringing", "");
        await adler.Locator("article.ask.code").GetByRole(AriaRole.Button, new() { Name = "On my way" }).ClickAsync();
        await Assertions.Expect(adler.Locator(".state.big")).ToHaveTextAsync("Dr Adler has it");
    }

    [Fact]
    public async Task A_page_rings_and_shows_while_a_value_is_being_read_back_and_what_is_typed_stays()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var value = await floor.PageAsync("value", "critical-result");
        var adler = await floor.SignInAsync("A1");
        var field = adler.Locator($"[id='{value}-read-back']");
        await field.FillAsync("Potassium 7");

        await floor.PageAsync("code", "code", "Collapsed on the stairs, CPR running.");

        // The stream may not be open yet: then it is seen by the look that comes every 5 s.
        await Assertions.Expect(adler.Locator("article.ask")).ToHaveCountAsync(2, new() { Timeout = 10_000 });
        await Assertions.Expect(adler.Locator("html")).ToHaveAttributeAsync("data-ringing", "code");
        Assert.Equal(["code", "critical-result"], await adler.Locator("article.ask").EvaluateAllAsync<string[]>("cards => cards.map(c => c.dataset.urgency)"));
        await Assertions.Expect(field).ToHaveValueAsync("Potassium 7");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await adler.Locator($"[id='{value}-on-my-way']").ClickAsync();
        await Assertions.Expect(adler.Locator(".state.big")).ToHaveTextAsync("Dr Adler has it");
    }

    [Fact]
    public async Task A_press_that_is_never_told_to_have_ended_does_not_hold_the_inbox()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var adler = await floor.SignInAsync("A1");
        await adler.EvaluateAsync("() => window.dispatchEvent(new PointerEvent('pointerdown'))");
        await floor.PageAsync("first");
        await Assertions.Expect(adler.Locator("article.ask")).ToHaveCountAsync(1, new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task A_countdown_ticks_by_the_servers_clock_and_is_right_without_scripts()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        await floor.PageAsync("first");
        floor.Host.Clock.Now += Duration.FromSeconds(30);
        var plain = await floor.SignInAsync("A1", width: 320, script: false);
        await Assertions.Expect(plain.Locator("article.ask .countdown")).ToHaveTextAsync("in 1 min 30 s");

        var adler = await floor.SignInAsync("A1");
        await Assertions.Expect(adler.Locator("article.ask .countdown")).Not.ToHaveTextAsync("in 1 min 30 s");
        await Assertions.Expect(adler.Locator("article.ask .countdown")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^in 1 min 2\\d s$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await plain.Button("On my way").ClickAsync();
        await Assertions.Expect(plain.Locator(".state.big")).ToHaveTextAsync("Dr Adler has it");
    }

    [Fact]
    public async Task Two_who_are_asked_watch_one_page_and_it_leaves_the_second_as_the_first_takes_it()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var page = await floor.PageAsync("first");
        using (var nina = floor.Host.With(floor.KeyOf("N1")))
        {
            await nina.PostAsync(new Uri($"/api/v1/pages/{page}/escalate", UriKind.Relative), null, TestContext.Current.CancellationToken);
        }

        var adler = await floor.SignInAsync("A1");
        var baum = await floor.SignInAsync("B1", dark: true);
        await Assertions.Expect(baum.Locator("article.ask")).ToHaveCountAsync(1);
        await baum.KeepAsync("inbox-dark");
        await adler.Button("Call me").ClickAsync();
        await Assertions.Expect(baum.Locator("article.ask")).ToHaveCountAsync(0, new() { Timeout = 1000 });
    }

    [Theory]
    [InlineData("ja", 320)]
    [InlineData("zh-CN", 390)]
    [InlineData("en-GB", 1100)]
    public async Task Every_urgency_is_read_at_a_glance(string language, int width)
    {
        await using var floor = await Floor.OpenAsync(chromium);
        foreach (var urgency in new[] { "routine", "critical-result", "urgent", "code" })
        {
            await floor.PageAsync(urgency, urgency, replies: """["Give 5 mg","Transfer to the cardiac catheter laboratory"]""");
        }

        await floor.AnswerAsync("A1", await floor.PageAsync("taken"));
        var adler = await floor.SignInAsync("A1", width, language: language);
        await Assertions.Expect(adler.Locator("article.ask")).ToHaveCountAsync(4);
        Assert.Equal(["code", "urgent", "critical-result", "routine"], await adler.Locator("article.ask").EvaluateAllAsync<string[]>("cards => cards.map(c => c.dataset.urgency)"));
        await adler.KeepAsync($"inbox-{language}-{width}");
    }
}
