using Microsoft.Playwright;
using OnCall.Screens.Tests;
using OnCall.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace OnCall.Screens.Tests;

/// <summary>One real browser for all tests; each opens windows of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private static readonly TimeSpan LongestToClose = TimeSpan.FromSeconds(20);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!OtherProgram.Runs(Program, "--version"))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync();
    }

    /// <summary>A window of a browser of its own, for which a name stands for the server at this port. It takes any certificate.</summary>
    /// <returns>Close the browser with it.</returns>
    internal async Task<(IBrowser Browser, IPage Window)> OpenAsAsync(string name, int port)
    {
        Assert.SkipWhen(_browser is null, "No browser: install the Debian package chromium.");
        var browser = await LaunchAsync($"--host-resolver-rules=MAP {name}:443 127.0.0.1:{port}");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = "https://" + name,
            ViewportSize = new ViewportSize { Width = 1100, Height = 900 },
            Locale = "en-GB",
            IgnoreHTTPSErrors = true,
        });
        var window = await context.NewPageAsync();
        window.SetDefaultTimeout(20_000);
        return (browser, window);
    }

    /// <summary>A window with cookies of its own. Without a browser on this machine the test is skipped.</summary>
    /// <param name="site">The server's address; asked for by the name <c>localhost</c>, since passkeys are bound to a name.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    /// <param name="worker">Whether it runs service workers, which may ask before a test that holds an answer back can.</param>
    internal async Task<IPage> OpenAsync(Uri site, int width = 1100, string language = "en-GB", bool dark = false, bool script = true, bool worker = true)
    {
        Assert.SkipWhen(_browser is null, "No browser: install the Debian package chromium.");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = $"http://localhost:{site.Port}",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            Locale = language,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        var window = await context.NewPageAsync();
        window.SetDefaultTimeout(20_000);
        return window;
    }

    /// <summary>Closes windows, before their program is told to stop and waits for the streams that are open.</summary>
    internal static async Task CloseAsync(IEnumerable<IPage> windows)
    {
        foreach (var window in windows)
        {
            await ClosedAsync(window.Context.CloseAsync());
        }
    }

    // A browser has been seen that never answered to it. What it was asked before was right, and the next test may not wait for ever.
    private static async Task ClosedAsync(Task closing)
    {
        try
        {
            await closing.WaitAsync(LongestToClose);
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync("A window did not close in time.");
        }
    }

    private Task<IBrowser> LaunchAsync(params string[] more) => _playwright!.Chromium.LaunchAsync(
        new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-dev-shm-usage", .. more] });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await ClosedAsync(_browser.DisposeAsync().AsTask());
        }

        _playwright?.Dispose();
    }
}
