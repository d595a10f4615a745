using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OnCall.Bench;

/// <summary>The program as it is shipped, a process of its own, on a fresh folder.</summary>
internal sealed class RunningApi : IAsyncDisposable
{
    public const string Key = "bench-bootstrap-key-000000000000";
    private readonly bool _ownsFolder;

    private RunningApi(Process process, Uri url, string folder, bool ownsFolder, TimeSpan started)
    {
        Process = process;
        Url = url;
        Folder = folder;
        _ownsFolder = ownsFolder;
        Started = started;
        Client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public Process Process { get; }

    public Uri Url { get; }

    public string Folder { get; }

    /// <summary>From the start of the process to its first 200 on /health/ready.</summary>
    public TimeSpan Started { get; }

    public HttpClient Client { get; }

    /// <param name="starter">A program that starts it: it gets the command as its arguments.</param>
    public static async Task<RunningApi> StartAsync(string? folder = null, IReadOnlyDictionary<string, string>? settings = null, IReadOnlyList<string>? starter = null)
    {
        var own = folder is null;
        folder ??= Directory.CreateTempSubdirectory("oncall-bench-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] command = [.. starter ?? [], "dotnet", Path.Combine(Root(), "src/OnCall.Api/bin/Release/net10.0/OnCall.Api.dll")];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_URLS"] = url.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["OnCall__DataDirectory"] = folder;
        start.Environment["OnCall__BootstrapApiKey"] = Key;
        start.Environment["OnCall__Limits__PerKey"] = "0";
        start.Environment["OnCall__Limits__RoutinePages"] = "0";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        using var probe = new HttpClient { BaseAddress = url };
        while (true)
        {
            try
            {
                using var answer = await probe.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return new RunningApi(process, url, folder, own, Stopwatch.GetElapsedTime(began));
                }
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(5);
            }
        }
    }

    /// <summary>An urgent page to the role of <see cref="AcceptedToProvider.PrepareAsync"/>.</summary>
    public async Task<HttpResponseMessage> PageAsync(HttpCompletionOption completion)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/pages", UriKind.Relative)) { Content = JsonContent.Create(new { role = "bench/duty", urgency = "urgent" }) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await Client.SendAsync(request, completion);
    }

    public async Task PutAsync(string path, object body)
    {
        using var answer = await Client.PutAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<JsonElement> UploadAsync(string csv, string timeZone)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "roster.csv" },
            { new StringContent(timeZone), "timeZone" },
            { new StringContent("true"), "createMissing" },
            { new StringContent("true"), "publish" },
        };
        using var answer = await Client.PostAsync(new Uri("/api/v1/rosters/uploads", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnCall.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run it from the checkout.");
    }
}
