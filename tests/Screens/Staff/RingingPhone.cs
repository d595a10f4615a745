using Microsoft.Playwright;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;

namespace OnCall.Screens.Tests.Staff;

/// <summary>Dr Adler's phone, which rings by pushes; its inbox has been seen.</summary>
internal sealed class RingingPhone : IAsyncDisposable
{
    private readonly StubPushService _service;
    private readonly StubBrowser _browser;

    private RingingPhone(StubPushService service, StubBrowser browser, Floor floor, IPage window, Worker worker) =>
        (_service, _browser, Floor, Window, Worker) = (service, browser, floor, window, worker);

    public Floor Floor { get; }

    public IPage Window { get; }

    public Worker Worker { get; }

    public static async Task<RingingPhone> OpenAsync(Chromium chromium)
    {
        var (service, browser) = (await StubPushService.StartAsync(), new StubBrowser());
        var floor = await Floor.RingingAsync(chromium);
        var window = await floor.SignInAsync("A1");
        await window.Context.GrantPermissionsAsync(["notifications"]);
        await window.AddInitScriptAsync(Subscription.Stub(service, browser, "first"));
        await window.GotoAsync("/account/devices");
        await window.Button("Let this device ring").ClickAsync();
        await Assertions.Expect(window.GetByText("This device rings for you.")).ToBeVisibleAsync();

        // The screen without a network is kept while the inbox is looked at, and with it the words of notifications.
        await window.GotoAsync("/");
        await window.WaitForFunctionAsync("() => !!document.getElementById('kept').dataset.kept");
        await window.EvaluateAsync("async () => { for (let i = 0; i < 300 && !(await caches.match('/offline')); i++) await new Promise(r => setTimeout(r, 50)); }");
        return new RingingPhone(service, browser, floor, window, await Worker.OfAsync(window));
    }

    /// <summary>A page comes and rings; answers its id.</summary>
    public async Task<string> RungAsync(string key, string urgency = "urgent")
    {
        var (page, before) = (await Floor.PageAsync(key, urgency), _service.Requests.All.Count);
        await Subscription.SendAsync(Floor);
        await Worker.DeliverAsync(_browser.Read(_service.Requests.All[before]));
        return page;
    }

    /// <summary>How the page stands, and who has said what.</summary>
    public async Task<(string? State, int Count, string? Who, string? Reply)> AnswerAsync(string page)
    {
        var stands = await (await Floor.Host.Admin.GetPathAsync($"/api/v1/pages/{page}")).ReadAsync();
        var said = stands.At("acknowledgements").EnumerateArray().ToList();
        return (stands.Text("state"), said.Count, said.Count == 0 ? null : said[0].At("person").Text("name"), said.Count == 0 ? null : said[0].Text("reply"));
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await Floor.DisposeAsync();
        _browser.Dispose();
        await _service.DisposeAsync();
    }
}
