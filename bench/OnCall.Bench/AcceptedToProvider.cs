using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using OnCall.Testing.Providers;

namespace OnCall.Bench;

/// <summary>From a page to the first request at the provider, one page after the other and eight at a time.</summary>
internal static class AcceptedToProvider
{
    public static async Task RunAsync(int count)
    {
        await using var twilio = await StubTwilio.StartAsync();
        var arrived = new ConcurrentDictionary<string, long>();
        twilio.Always = request =>
        {
            arrived.TryAdd(request.Form["Body"].Split(' ')[0], Stopwatch.GetTimestamp());
            return null;
        };
        var settings = new Dictionary<string, string>
        {
            ["OnCall__PublicUrl"] = "http://127.0.0.1:9",
            ["OnCall__Channels__Twilio__BaseUrl"] = twilio.BaseUrl,
            ["OnCall__Channels__Twilio__AccountSid"] = "ACbench",
            ["OnCall__Channels__Twilio__AuthToken"] = "bench-token",
            ["OnCall__Channels__Twilio__From"] = "+15550000",
        };
        await using var api = await RunningApi.StartAsync(settings: settings);
        await PrepareAsync(api);
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(api.Folder)}");
        await SendAsync(api, arrived, 50, 1);
        Report("one at a time", await SendAsync(api, arrived, count, 1));
        Report("eight at a time", await SendAsync(api, arrived, count, 8));
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(api.Folder)}");
    }

    private static void Report(string how, (List<double> FromRequest, List<double> FromAnswer, double Seconds) result) =>
        Console.WriteLine(
            $"{result.FromRequest.Count} pages {how}, {result.FromRequest.Count / result.Seconds:0} a second: accepted (201) -> provider request {Machine.Percentiles(result.FromAnswer)}; page request sent -> provider request {Machine.Percentiles(result.FromRequest)}");

    private static async Task<(List<double> FromRequest, List<double> FromAnswer, double Seconds)> SendAsync(
        RunningApi api, ConcurrentDictionary<string, long> arrived, int count, int clients)
    {
        var sent = new ConcurrentBag<(string Reference, long Asked, long Answered)>();
        var left = count;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var asked = Stopwatch.GetTimestamp();
                using var answer = await api.PageAsync(HttpCompletionOption.ResponseHeadersRead);
                var answered = Stopwatch.GetTimestamp();
                answer.EnsureSuccessStatusCode();
                var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
                sent.Add((page.GetProperty("reference").GetString()!, asked, answered));
            }
        }));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var waited = Stopwatch.GetTimestamp();
        while (sent.Any(s => !arrived.ContainsKey(s.Reference)) && Stopwatch.GetElapsedTime(waited) < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(20);
        }

        if (sent.Count(s => !arrived.ContainsKey(s.Reference)) is var lost and > 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{lost} pages reached no provider within 60 s."));
        }

        // The sender may be faster than the answer's way back to the client: that counts as 0.
        return (
            sent.Select(s => Milliseconds(arrived[s.Reference] - s.Asked)).ToList(),
            sent.Select(s => Math.Max(0, Milliseconds(arrived[s.Reference] - s.Answered))).ToList(),
            seconds);
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    /// <summary>One role, and who is on for it until tomorrow.</summary>
    internal static async Task PrepareAsync(RunningApi api)
    {
        await api.PutAsync("/api/v1/people/B1", new { name = "Bench One", contactMethods = new[] { new { kind = "sms", address = "+15550101", verified = true } } });
        await api.PutAsync("/api/v1/roles/bench/duty", new { name = "Bench duty" });
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await api.UploadAsync(
            string.Create(CultureInfo.InvariantCulture, $"Role,Employee no,Start,End,Tier\nbench/duty,B1,{now.AddHours(-1):yyyy-MM-ddTHH:mm}Z,{now.AddHours(20):yyyy-MM-ddTHH:mm}Z,1\n"), "UTC");
    }
}
