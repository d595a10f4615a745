using System.Globalization;
using System.Text;

namespace OnCall.Bench;

/// <summary>Who answers, against a bare endpoint of the same host, 32 clients, in turns.</summary>
internal static class ResolveRatio
{
    private const int Clients = 32;
    private const int Rounds = 9;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        await using var api = await RunningApi.StartAsync();
        await api.UploadAsync(Roster(), "UTC");
        var hello = new List<(double Rate, double P99)>();
        var resolve = new List<(double Rate, double P99)>();
        const string Path = "/api/v1/roles/resolve?role=Ward%207%20-%20duty%20physician";
        await MeasureAsync(api, "/health/live", key: false);
        await MeasureAsync(api, Path, key: true);
        for (var i = 0; i < Rounds; i++)
        {
            hello.Add(await MeasureAsync(api, "/health/live", key: false));
            resolve.Add(await MeasureAsync(api, Path, key: true));
        }

        var ratios = hello.Zip(resolve, (h, r) => r.Rate / h.Rate).Order().ToList();
        var tails = hello.Zip(resolve, (h, r) => r.P99 / h.P99).Order().ToList();
        Console.WriteLine($"bare endpoint: {Line(hello)}");
        Console.WriteLine($"resolve:       {Line(resolve)}");
        Console.WriteLine($"resolve / bare: requests per second {ratios[Rounds / 2]:0.00} (rounds {string.Join(" ", ratios.Select(r => r.ToString("0.00", CultureInfo.InvariantCulture)))}; limit 0.75), p99 {tails[Rounds / 2]:0.00} (limit 2)");
        Console.WriteLine($"memory under this load: {Machine.ResidentMiB(api.Process):0.0} MiB resident");
    }

    private static async Task<(double Rate, double P99)> MeasureAsync(RunningApi api, string path, bool key)
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => new LoopClient(api.Url, path, key ? RunningApi.Key : null).RunAsync(Round))));
        var all = runs.SelectMany(r => r).ToList();
        return (all.Count / Round.TotalSeconds, Machine.Percentile(all, 99));
    }

    private static string Line(List<(double Rate, double P99)> rounds) =>
        string.Join(", ", rounds.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Rate:0}/s p99 {r.P99:0.0} ms")));

    // 60 roles, two tiers, shifts of 8 hours over four weeks around now.
    private static string Roster()
    {
        var csv = new StringBuilder("Role,Employee no,Start,End,Tier\n");
        var start = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-14);
        for (var role = 0; role < 60; role++)
        {
            for (var shift = 0; shift < 28 * 3; shift++)
            {
                for (var tier = 1; tier <= 2; tier++)
                {
                    var from = start.AddHours(8 * shift);
                    csv.AppendLine(CultureInfo.InvariantCulture, $"Ward {role} - duty physician,B{((role * 7) + (shift % 5)) + (tier * 1000)},{from:yyyy-MM-ddTHH:mm}Z,{from.AddHours(8):yyyy-MM-ddTHH:mm}Z,{tier}");
                }
            }
        }

        return csv.ToString();
    }
}
