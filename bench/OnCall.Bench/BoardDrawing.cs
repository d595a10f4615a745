using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace OnCall.Bench;

/// <summary>How long the server takes to draw the dispatchers' board with 500 open pages, as a browser waits for it.</summary>
internal static class BoardDrawing
{
    private const int Pages = 500;
    private const int Looks = 200;

    public static async Task RunAsync()
    {
        await using var api = await RunningApi.StartAsync();
        for (var role = 0; role < 50; role++)
        {
            await api.PutAsync($"/api/v1/roles/ward-{role}", new { name = $"Ward {role} – duty physician" });
        }

        string[] urgencies = ["code", "urgent", "critical-result", "routine"];
        for (var page = 0; page < Pages; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonContent.Create(new { role = $"ward-{page % 50}", urgency = urgencies[page % 4], subject = "Chest pain", callback = "4711" }) };
            request.Headers.Add("Idempotency-Key", $"board-{page}");
            using var answer = await api.Client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        var (first, size) = await LookAsync(api, "/board");
        for (var look = 0; look < Looks; look++)
        {
            await LookAsync(api, "/board");
        }

        var all = new List<double>();
        for (var look = 0; look < Looks; look++)
        {
            all.Add((await LookAsync(api, "/board")).Milliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"board of {Pages} open pages, to the last byte: median {Machine.Percentile(all, 50):0} ms, p99 {Machine.Percentile(all, 99):0} ms, the first after the start {first:0} ms; {size / 1024.0:0} KiB (target 100 ms)"));
    }

    private static async Task<(double Milliseconds, int Size)> LookAsync(RunningApi api, string path)
    {
        var began = Stopwatch.GetTimestamp();
        var html = await api.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, html.Length);
    }
}
