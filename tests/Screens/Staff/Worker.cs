using System.Text.Json;
using Microsoft.Playwright;

namespace OnCall.Screens.Tests.Staff;

/// <summary>The service worker of a window, to which the tests hand pushes as the browser would.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly IPage _window;
    private readonly ICDPSession _page;
    private readonly ICDPSession _browser;
    private readonly string _origin;
    private readonly string _registration;

    private Worker(IPage window, ICDPSession page, ICDPSession browser, string origin, string registration) =>
        (_window, _page, _browser, _origin, _registration) = (window, page, browser, origin, registration);

    internal static async Task<Worker> OfAsync(IPage window)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = await window.Context.NewCDPSessionAsync(window);
        page.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, message) =>
        {
            foreach (var registration in message!.Value.GetProperty("registrations").EnumerateArray())
            {
                found.TrySetResult(registration.GetProperty("registrationId").GetString()!);
            }
        };
        await page.SendAsync("ServiceWorker.enable");
        var id = await found.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var browser = await window.Context.Browser!.NewBrowserCDPSessionAsync();
        return new Worker(window, page, browser, new Uri(window.Url).GetLeftPart(UriPartial.Authority), id);
    }

    internal async Task DeliverAsync(JsonElement push)
    {
        await _page.SendAsync(
            "ServiceWorker.deliverPushMessage", new Dictionary<string, object> { ["origin"] = _origin, ["registrationId"] = _registration, ["data"] = push.GetRawText() });
        await _window.EvaluateAsync(
            """
            async tag => {
              const registration = await navigator.serviceWorker.ready;
              for (let i = 0; i < 100 && !(await registration.getNotifications({ tag })).length; i++) await new Promise(r => setTimeout(r, 50));
            }
            """,
            push.GetProperty("tag").GetString());
    }

    /// <summary>What stands on the lock screen.</summary>
    internal Task<string[]> ShownAsync() => AskAsync<string[]>(
        "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(n => `${n.title}: ${n.body}`)");

    /// <summary>Taps what is shown. The event is made here and no finger's, so that the worker may open no window by it.</summary>
    /// <param name="action">The button that is tapped; empty for the notification itself.</param>
    internal Task TapAsync(string action = "") => RunAsync(
        $"registration.getNotifications().then(all => {{ dispatchEvent(new NotificationEvent('notificationclick', {{ notification: all.at(-1), action: '{action}' }})); }})");

    /// <summary>The buttons of what is shown.</summary>
    internal Task<string[]> ButtonsAsync() => AskAsync<string[]>(
        "async () => (await (await navigator.serviceWorker.ready).getNotifications()).flatMap(n => n.actions.map(a => a.title))");

    /// <summary>Waits until a notification says this.</summary>
    internal async Task SaysAsync(string words)
    {
        var said = await AskAsync<bool>(
            """
            async words => {
              const registration = await navigator.serviceWorker.ready;
              for (let i = 0; i < 300; i++) {
                if ((await registration.getNotifications()).some(n => n.body.includes(words))) return true;
                await new Promise(r => setTimeout(r, 50));
              }
              return false;
            }
            """,
            words);
        Assert.True(said, string.Join("; ", await ShownAsync()));
    }

    internal Task LoseSubscriptionAsync(string stub) => RunAsync($"(() => {{ {stub} dispatchEvent(new ExtendableEvent('pushsubscriptionchange')); }})()");

    public async ValueTask DisposeAsync()
    {
        await _browser.DetachAsync();
        await _page.DetachAsync();
    }

    // The window may go elsewhere meanwhile, as it does when its session is over. What is asked changes nothing, so that it can be asked again.
    private async Task<T> AskAsync<T>(string question, object? about = null)
    {
        while (true)
        {
            try
            {
                return await _window.EvaluateAsync<T>(question, about);
            }
            catch (PlaywrightException gone) when (gone.Message.Contains("Execution context was destroyed", StringComparison.Ordinal))
            {
                await _window.WaitForLoadStateAsync();
            }
        }
    }

    // A window's session does not reach its worker; the browser's does.
    private async Task RunAsync(string script)
    {
        var targets = (await _browser.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
        var worker = targets.First(t => t.GetProperty("type").GetString() == "service_worker" && t.GetProperty("url").GetString()!.StartsWith(_origin, StringComparison.Ordinal));
        var attached = await _browser.SendAsync("Target.attachToTarget", new Dictionary<string, object> { ["targetId"] = worker.GetProperty("targetId").GetString()!, ["flatten"] = false });
        var session = attached!.Value.GetProperty("sessionId").GetString()!;
        var answered = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _browser.Event("Target.receivedMessageFromTarget").OnEvent += (_, message) => answered.TrySetResult(message!.Value.GetProperty("message").GetString()!);
        var asked = JsonSerializer.Serialize(new { id = 1, method = "Runtime.evaluate", @params = new { expression = script, awaitPromise = true } });
        await _browser.SendAsync("Target.sendMessageToTarget", new Dictionary<string, object> { ["sessionId"] = session, ["message"] = asked });
        var answer = await answered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("exceptionDetails", answer, StringComparison.Ordinal);
    }
}
