using Microsoft.Playwright;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;

namespace OnCall.Screens.Tests.Staff;

/// <summary>
/// A telephone that rings by pushes. Its browser's own subscription is stubbed, since no push service is reachable from here; what OnCall would have sent there
/// is decrypted and handed to the real service worker.
/// </summary>
public sealed class DevicesTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, false)]
    [InlineData(1100, true)]
    public async Task A_telephone_rings_answers_its_test_and_shows_a_page_without_the_patient(int width, bool dark)
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        await using var floor = await Floor.RingingAsync(chromium);
        var adler = await PhoneAsync(floor, service, browser, width, dark);
        await adler.GotoAsync("/account/devices");
        await Assertions.Expect(adler.GetByText("This device does not ring yet.")).ToBeVisibleAsync();
        await adler.KeepAsync($"devices-off-{width}");

        await adler.GetByLabel("Name of this device").FillAsync("Adler's phone");
        await adler.Button("Let this device ring").ClickAsync();
        await Assertions.Expect(adler.GetByText("This device rings for you.")).ToBeVisibleAsync();
        await Assertions.Expect(adler.GetByText("(this device)")).ToBeVisibleAsync();
        await Assertions.Expect(adler.GetByText("Has not answered a test yet")).ToBeVisibleAsync();
        await adler.KeepAsync($"devices-on-{width}");

        await using var worker = await Worker.OfAsync(adler);
        await worker.DeliverAsync(browser.Read(Assert.Single(service.Requests.All)));
        Assert.Equal(["OnCall: OnCall test: pages reach this device."], await worker.ShownAsync());
        await worker.TapAsync();
        await Assertions.Expect(adler.Locator("[data-device] .good")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 15_000 });
        await adler.KeepAsync($"devices-answered-{width}");

        // A repeat takes the place of what is shown.
        await floor.PageAsync("ring", "code");
        await Subscription.SendAsync(floor);
        var push = browser.Read(service.Requests.All[1]);
        await worker.DeliverAsync(push);
        await worker.DeliverAsync(push);
        var shown = Assert.Single(await worker.ShownAsync());
        Assert.StartsWith("CODE #", shown, StringComparison.Ordinal);
        Assert.Contains("Cardiology – duty physician", shown, StringComparison.Ordinal);
        foreach (var secret in new[] { "Chest pain", "68 y", "Bed 4", "88123" })
        {
            Assert.DoesNotContain(secret, push.GetRawText(), StringComparison.Ordinal);
        }

        await adler.Button("Remove: Adler's phone").ClickAsync();
        await Assertions.Expect(adler.GetByText("No page rings there any more.")).ToBeVisibleAsync();
        await Assertions.Expect(adler.GetByText("This device does not ring yet.")).ToBeVisibleAsync();
        Assert.Equal("no", await adler.EvaluateAsync<string>("() => localStorage.getItem('subscribed') ?? 'no'"));
    }

    [Fact]
    public async Task A_subscription_that_the_browser_lost_is_made_anew_and_has_to_answer_again()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        await using var floor = await Floor.RingingAsync(chromium);
        var adler = await PhoneAsync(floor, service, browser);
        await adler.GotoAsync("/account/devices");
        await adler.Button("Let this device ring").ClickAsync();
        await Assertions.Expect(adler.GetByText("This device rings for you.")).ToBeVisibleAsync();
        var first = await adler.Locator("[data-device]").GetAttributeAsync("data-device");

        await using var worker = await Worker.OfAsync(adler);
        await worker.LoseSubscriptionAsync(Subscription.Stub(service, browser, "second"));
        await Assertions.Expect(adler.Locator($"[data-device='{first}']")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 15_000 });
        await Assertions.Expect(adler.Locator("[data-device]")).ToHaveCountAsync(1);
        Assert.EndsWith("/second", service.Requests.All[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_is_told_whom_it_rings_for_and_its_owner_is_told_once_others_use_it()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        await using var floor = await Floor.RingingAsync(chromium);
        var window = await PhoneAsync(floor, service, browser);
        await window.GotoAsync("/account/devices");
        await window.Button("Let this device ring").ClickAsync();
        await Assertions.Expect(window.GetByText("This device rings for you.")).ToBeVisibleAsync();
        using var adler = floor.Host.With(floor.KeyOf("A1"));

        // The session has run out, and a nurse signs in: it goes on ringing for whom it rang.
        await window.Context.ClearCookiesAsync();
        await window.SignInAsync(floor.KeyOf("N1"), own: true);
        await window.GotoAsync("/account/devices");
        await Assertions.Expect(window.GetByText("It rings for somebody else.")).ToBeVisibleAsync();
        await window.KeepAsync("devices-theirs");
        Assert.Single((await (await adler.GetPathAsync("/api/v1/me/devices")).ReadAsync()).At("items").EnumerateArray());

        await window.Context.ClearCookiesAsync();
        await window.SignInAsync(floor.KeyOf("N1"), own: false);
        await window.EvaluateAsync("async () => { for (let i = 0; i < 300 && (await navigator.serviceWorker.getRegistrations()).length; i++) await new Promise(r => setTimeout(r, 50)); }");
        Assert.Empty((await (await adler.GetPathAsync("/api/v1/me/devices")).ReadAsync()).At("items").EnumerateArray());
        var notice = Assert.Single((await (await adler.GetPathAsync("/api/v1/me/notices")).ReadAsync()).At("items").EnumerateArray(), n => n.Text("kind") == "deviceGone");
        Assert.Contains("no longer rings for you, since somebody else has signed in there.", notice.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_says_no_and_a_shared_computer_are_told_so()
    {
        await using var floor = await Floor.RingingAsync(chromium);
        var adler = await floor.SignInAsync("A1");
        await adler.AddInitScriptAsync("Object.defineProperty(Notification, 'permission', { get: () => 'denied' });");
        await adler.GotoAsync("/account/devices");
        await Assertions.Expect(adler.GetByText("This browser does not let OnCall show notifications.")).ToBeVisibleAsync();
        await adler.KeepAsync("devices-denied");

        var old = await floor.SignInAsync("A1");
        await old.AddInitScriptAsync("delete globalThis.PushManager;");
        await old.GotoAsync("/account/devices");
        await Assertions.Expect(old.GetByText("first add OnCall to the home screen")).ToBeVisibleAsync();

        var shared = await floor.SignInAsync("A1", own: false);
        await shared.GotoAsync("/account/devices");
        await Assertions.Expect(shared.GetByText("You are signed in as on a shared computer")).ToBeVisibleAsync();
        await Assertions.Expect(shared.Locator("#let-ring")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_the_screen_says_what_it_needs_and_its_forms_work()
    {
        await using var service = await StubPushService.StartAsync();
        using var browser = new StubBrowser();
        await using var floor = await Floor.RingingAsync(chromium);
        using var api = floor.Host.With(floor.KeyOf("A1"));
        await api.PostAsync("/api/v1/me/devices", JsonRequests.Body($$$$"""{"name":"Tablet","subscription":{"endpoint":"{{{{service.BaseUrl}}}}/tablet","keys":{"p256dh":"{{{{browser.P256dh}}}}","auth":"{{{{browser.Auth}}}}"}}}"""));
        var adler = await floor.SignInAsync("A1", script: false);
        await adler.GotoAsync("/account/devices");
        await Assertions.Expect(adler.GetByText("To let this device ring, this screen needs its script.")).ToBeVisibleAsync();
        await adler.Button("Test now: Tablet").ClickAsync();
        await Assertions.Expect(adler.GetByText("The test is on its way.")).ToBeVisibleAsync();
        await adler.KeepAsync("devices-plain", script: false);
        Assert.Single(service.Requests.All);
        await adler.Button("Remove: Tablet").ClickAsync();
        await Assertions.Expect(adler.GetByText("No device rings for you yet.")).ToBeVisibleAsync();
    }

    private static async Task<IPage> PhoneAsync(Floor floor, StubPushService service, StubBrowser browser, int width = 390, bool dark = false)
    {
        var adler = await floor.SignInAsync("A1", width, dark: dark);
        await adler.Context.GrantPermissionsAsync(["notifications"]);
        await adler.AddInitScriptAsync(Subscription.Stub(service, browser, "first"));
        return adler;
    }
}
