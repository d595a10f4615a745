using Microsoft.Playwright;
using OnCall.Screens.Tests;
using OnCall.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace OnCall.Screens.Tests;

/// <summary>One real browser for all tests; each opens windows of its own in it. Where it is installed, the shell that draws nowhere: it does so for half the work.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string WholeProgram = "/usr/bin/chromium";
    private const string Shell = "/usr/bin/chromium-headless-shell";
    private static readonly TimeSpan LongestToClose = TimeSpan.FromSeconds(20);
    private readonly string _program;
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)?>> _running;
    private readonly Lazy<Chromium> _whole;

    public Chromium()
        : this(Runs(Shell) ? Shell : WholeProgram)
    {
    }

    private Chromium(string program)
    {
        _program = program;
        _running = new(StartAsync);
        _whole = new(() => program == WholeProgram ? this : new Chromium(WholeProgram));
    }

    /// <summary>The browser that people have, which can be rung by pushes.</summary>
    internal Chromium Whole => _whole.Value;

    /// <summary>A window of a browser of its own, for which a name stands for the server at this port. It takes any certificate.</summary>
    /// <returns>Close the browser with it.</returns>
    internal async Task<(IBrowser Browser, IPage Window)> OpenAsAsync(string name, int port)
    {
        var (playwright, _) = await RunningAsync();
        var browser = await LaunchAsync(playwright, $"--host-resolver-rules=MAP {name}:443 127.0.0.1:{port}");
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
        var (_, browser) = await RunningAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
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

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated && await _running.Value is var (playwright, browser))
        {
            await ClosedAsync(browser.DisposeAsync().AsTask());
            playwright.Dispose();
        }

        if (_whole.IsValueCreated && _whole.Value != this)
        {
            await _whole.Value.DisposeAsync();
        }
    }

    private static bool Runs(string program) => OtherProgram.Runs(program, "--version");

    private async Task<(IPlaywright Playwright, IBrowser Browser)> RunningAsync()
    {
        var running = await _running.Value;
        Assert.SkipWhen(running is null, "No browser: install the Debian package chromium.");
        return running.Value;
    }

    private async Task<(IPlaywright Playwright, IBrowser Browser)?> StartAsync()
    {
        if (!Runs(_program))
        {
            return null;
        }

        var playwright = await Playwright.CreateAsync();
        return (playwright, await LaunchAsync(playwright));
    }

    private Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] more) => playwright.Chromium.LaunchAsync(
        new BrowserTypeLaunchOptions { ExecutablePath = _program, Args = ["--no-sandbox", "--disable-dev-shm-usage", .. more] });
}
