using Microsoft.Playwright;
using OnCall.Testing.Providers;

namespace OnCall.Screens.Tests.Staff;

/// <summary>Dr Adler, who is on shift, sees by what he is reached, and sees to it that it works.</summary>
public sealed class ReachedTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true, false)]
    [InlineData(1100, false, true)]
    public async Task What_has_not_answered_is_said_until_it_is_tested(int width, bool script, bool dark)
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var floor = await Floor.OpenAsync(chromium, ("OnCall:Channels:Twilio:BaseUrl", twilio.BaseUrl));
        var adler = await floor.SignInAsync("A1", width, script: script, dark: dark);
        await Assertions.Expect(adler.Locator("#readiness")).ToContainTextAsync("Failed lately, or nothing was delivered, or taken by the provider, for 7 days: SMS +447700900002.");
        await adler.KeepAsync($"inbox-not-ready-{width}", script: script);

        await adler.Locator("#readiness").GetByRole(AriaRole.Link, new() { Name = "Test now" }).ClickAsync();
        await Assertions.Expect(adler.GetByText("Asked for pages of Code: at once, Urgent: at once, Critical result: at once")).ToBeVisibleAsync();
        await adler.Button("Test now: SMS +447700900002").ClickAsync();
        await Assertions.Expect(adler.GetByText("The test is on its way.")).ToBeVisibleAsync();
        Assert.Equal("+447700900002", twilio.Messages[^1].Form["To"]);
        await adler.GotoAsync("/");
        await Assertions.Expect(adler.Locator("#readiness")).ToHaveCountAsync(0);

        // Nina is on no shift: nothing is asked of her.
        var nina = await floor.SignInAsync("N1", script: script);
        await Assertions.Expect(nina.Locator("#readiness")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(390, false, false)]
    [InlineData(1100, true, true)]
    public async Task A_contact_method_is_added_verified_moved_and_removed(int width, bool script, bool dark)
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var floor = await Floor.OpenAsync(chromium, ("OnCall:Channels:Twilio:BaseUrl", twilio.BaseUrl));
        var adler = await floor.SignInAsync("A1", width, script: script, dark: dark);
        await adler.GotoAsync("/account/contact-methods");
        await adler.GetByLabel("Kind").SelectOptionAsync("voice");
        await adler.GetByLabel("Number or address").FillAsync("0475");
        await adler.Button("Add").ClickAsync();
        await Assertions.Expect(adler.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write the number in E.164 form");
        await Assertions.Expect(adler.GetByLabel("Number or address")).ToHaveValueAsync("0475");
        await adler.KeepAsync($"contact-refused-{width}", script: script);

        await adler.GetByLabel("Number or address").FillAsync("+44 7700 900009");
        await adler.Button("Add").ClickAsync();
        await Assertions.Expect(adler.GetByText("Not verified: it is tried, and nobody relies on it.")).ToBeVisibleAsync();
        await adler.Button("Send a code: +447700900009").ClickAsync();
        await Assertions.Expect(adler.GetByText("The code is on its way.")).ToBeVisibleAsync();
        await adler.KeepAsync($"contact-code-{width}", script: script);
        await adler.GetByLabel("Six digits that it got").FillAsync(string.Concat(twilio.Calls[^1].Form["Twiml"].Split("code is")[^1].Where(char.IsAsciiDigit).Take(6)));
        await adler.Button("Verify").ClickAsync();
        await Assertions.Expect(adler.GetByText("Verified: pages reach you by it")).ToBeVisibleAsync();

        await adler.Button("Up: +447700900009").ClickAsync();
        await Assertions.Expect(adler.Locator(".methods h2").First).ToContainTextAsync("+447700900009");
        await adler.KeepAsync($"contact-methods-{width}", script: script);
        await adler.Button("Remove: +447700900002").ClickAsync();
        await Assertions.Expect(adler.Locator(".methods h2")).ToHaveCountAsync(1);

        // The last one goes only by a second word.
        await adler.Button("Remove: +447700900009").ClickAsync();
        await Assertions.Expect(adler.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing would reach you any more");
        await adler.KeepAsync($"contact-last-{width}", script: script);
        await adler.Button("Remove it all the same").ClickAsync();
        await Assertions.Expect(adler.GetByText("Nothing reaches you while no screen of yours is open. Add your telephone below.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(1100, true)]
    public async Task My_shifts_are_listed_and_a_calendar_has_them_by_a_link_that_is_shown_once(int width, bool dark)
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var adler = await floor.SignInAsync("A1", width, script: false, dark: dark);
        await adler.GotoAsync("/my-shifts");
        await Assertions.Expect(adler.GetByRole(AriaRole.Rowheader)).ToContainTextAsync(["Cardiology – duty physician"]);
        await Assertions.Expect(adler.GetByText("on shift now")).ToBeVisibleAsync();
        await adler.Button("Make a calendar link").ClickAsync();
        await Assertions.Expect(adler.Locator(".qr svg")).ToBeVisibleAsync();
        await adler.KeepAsync($"my-shifts-{width}", script: false);

        var link = await adler.Locator(".qr code").InnerTextAsync();
        var path = new Uri(link).AbsolutePath;
        Assert.Contains("BEGIN:VEVENT", await floor.Host.Anonymous.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await adler.GotoAsync("/my-shifts");
        await Assertions.Expect(adler.Locator(".qr")).ToHaveCountAsync(0);
        await adler.Button("End the link").ClickAsync();
        await Assertions.Expect(adler.GetByText("The link is ended")).ToBeVisibleAsync();
        using var gone = await floor.Host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }
}
