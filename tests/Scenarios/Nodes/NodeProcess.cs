using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>
/// The built program as a process of its own, on a port that it keeps over its restarts. It can be killed, stopped and continued by
/// signals, as nothing in a test's own process can.
/// </summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly ProcessStartInfo _start;
    private readonly List<string> _said = [];
    private Process? _process;

    /// <param name="settings">In environment form: <c>OnCall__DataDirectory</c>.</param>
    public NodeProcess(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        var program = Path.Combine(AppContext.BaseDirectory, "OnCall.Api.dll");
        _start = new ProcessStartInfo("dotnet", [program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        _start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        _start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _start.Environment["Logging__LogLevel__Default"] = "Warning";

        // That a message was not sent, since another node has it, is no warning.
        _start.Environment["Logging__LogLevel__OnCall.Application.Notifications"] = "Information";
        _start.Environment["OnCall__SelfTest__Enabled"] = "false";
        foreach (var (name, value) in settings)
        {
            _start.Environment[name] = value;
        }
    }

    public Uri Address { get; }

    /// <summary>Sends no key.</summary>
    public HttpClient Client { get; }

    public int Id => _process!.Id;

    /// <summary>What the node calls itself in claims holds its process id between strokes.</summary>
    public bool Is(string node) => node.Contains($"/{Id}/", StringComparison.Ordinal);

    /// <summary>Everything it has written so far, a line each.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_said)
            {
                return [.. _said];
            }
        }
    }

    public void Start()
    {
        _process = new Process { StartInfo = _start };
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it answers that its database is ready.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => Until.TrueAsync(
        async () => (await TryGetAsync("/health/ready", cancellationToken))?.StatusCode == HttpStatusCode.OK,
        TimeSpan.FromSeconds(90),
        () => $"{Address} did not get ready: {string.Join('\n', Said.TakeLast(30))}",
        cancellationToken);

    /// <summary>Null when there is no answer.</summary>
    public async Task<HttpResponseMessage?> TryGetAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary><c>kill -9</c>, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        using var process = _process!;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary><c>kill -TERM</c>, as whoever installs a new version does, and waits until it has ended by itself; answers its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await SignalAsync("TERM");
        using var process = _process!;
        await process.WaitForExitAsync(cancellationToken);
        _process = null;
        return process.ExitCode;
    }

    /// <summary>
    /// <c>kill -STOP</c>: it keeps what it has, and does nothing. The signal stops no thread before one of them has had its turn, so that on a busy
    /// machine they work on for a while.
    /// </summary>
    public async Task StopAsync()
    {
        await SignalAsync("STOP");
        await Until.TrueAsync(StandsStill, TimeSpan.FromSeconds(30), () => $"Process {Id} works on although it was stopped.", CancellationToken.None);
    }

    /// <summary><c>kill -CONT</c>.</summary>
    public Task ContinueAsync() => SignalAsync("CONT");

    public void Dispose()
    {
        Client.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }

    // proc(5): the state stands behind the name, which stands in brackets. Elsewhere than on Linux the signal has to be enough.
    private bool StandsStill()
    {
        var threads = new DirectoryInfo($"/proc/{Id}/task");
        try
        {
            return !threads.Exists || threads.EnumerateDirectories().All(t => File.ReadAllText(Path.Combine(t.FullName, "stat")) is var stat && stat[stat.LastIndexOf(')') + 2] == 'T');
        }
        catch (IOException)
        {
            // A thread has ended meanwhile, so that not all of them were stopped.
            return false;
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_said)
            {
                _said.Add(text);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
