using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Bench.Engine;

/// <summary>From the use case's answer to the provider, with 100,000 escalations armed; and 10,000 pages sent at once.</summary>
internal static class Handed
{
    public static async Task RunAsync(int armed)
    {
        await using var house = await EngineHouse.OpenAsync();
        var hospital = new BigHospital(house);
        await hospital.BuildAsync();
        for (var i = 0; i < BigHospital.Roles; i++)
        {
            await hospital.SendAsync(i, "urgent");
        }

        await hospital.ArmAsync(armed, house.Get<IClock>().GetCurrentInstant() + Duration.FromHours(2));
        await house.StartAsync();
        await Task.Delay(2000);
        await SteadyAsync(house, hospital, 1000, 10_000, warm: true);
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(house.Folder)}");
        await SteadyAsync(house, hospital, 2000, 20_000, warm: false);
        Console.WriteLine($"fsync in the data folder: {Machine.Fsync(house.Folder)}");
        await AtOnceAsync(house, hospital, 10_000, 40_000);
    }

    private static async Task SteadyAsync(EngineHouse house, BigHospital hospital, int count, int from, bool warm)
    {
        var times = await TimesAsync(house, hospital, count, from, TimeSpan.FromMilliseconds(10));
        if (!warm)
        {
            Console.WriteLine($"accepted -> first provider request at 100 pages a second: {times.Count} of {count}, {Machine.Percentiles(times)} (limit p99 25)");
        }
    }

    /// <summary>From the answer to the first request at a provider, in milliseconds, for pages that are sent one each so often.</summary>
    public static async Task<List<double>> TimesAsync(EngineHouse house, BigHospital hospital, int count, int from, TimeSpan each)
    {
        var accepted = new ConcurrentDictionary<string, long>();
        var began = Stopwatch.GetTimestamp();
        var sending = new List<Task>();
        for (var i = 0; i < count; i++)
        {
            var at = (each * i) - Stopwatch.GetElapsedTime(began);
            if (at > TimeSpan.Zero)
            {
                await Task.Delay(at);
            }

            var number = from + i;
            sending.Add(Task.Run(async () => accepted[(await hospital.SendAsync(number, "urgent")).Reference] = Stopwatch.GetTimestamp()));
        }

        await Task.WhenAll(sending);
        var arrived = await ArrivedAsync(house, accepted.Keys, TimeSpan.FromSeconds(30));

        // The sender may be quicker than the answer: that counts as 0.
        return [.. accepted.Where(a => arrived.ContainsKey(a.Key)).Select(a => Math.Max(0, Stopwatch.GetElapsedTime(a.Value, arrived[a.Key]).TotalMilliseconds))];
    }

    private static async Task AtOnceAsync(EngineHouse house, BigHospital hospital, int count, int from)
    {
        var (acceptedIn, arrived, last) = await BurstAsync(house, hospital, count, from);
        Console.WriteLine($"{count} pages at once: accepted in {acceptedIn:0.00} s, {arrived} handed to a provider in {last:0.00} s (limit 5)");
    }

    /// <summary>So many pages by 64 senders as fast as they are taken: seconds until all were accepted, how many reached a provider, and seconds until the last did.</summary>
    public static async Task<(double Accepted, int Arrived, double Last)> BurstAsync(EngineHouse house, BigHospital hospital, int count, int from)
    {
        var accepted = new ConcurrentDictionary<string, long>();
        var began = Stopwatch.GetTimestamp();
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) is >= 0 and var i)
            {
                accepted[(await hospital.SendAsync(from + i, "urgent")).Reference] = Stopwatch.GetTimestamp();
            }
        })));
        var acceptedIn = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var arrived = await ArrivedAsync(house, accepted.Keys, TimeSpan.FromSeconds(60));
        var last = arrived.Count == 0 ? 0 : arrived.Values.Max(at => Stopwatch.GetElapsedTime(began, at).TotalSeconds);
        return (acceptedIn, arrived.Count, last);
    }

    private static async Task<Dictionary<string, long>> ArrivedAsync(EngineHouse house, ICollection<string> references, TimeSpan most)
    {
        var wanted = references.ToHashSet(StringComparer.Ordinal);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var first = house.Sinks[ContactMethodKind.Push].Arrived.Where(a => wanted.Contains(a.Reference)).GroupBy(a => a.Reference).ToDictionary(g => g.Key, g => g.Min(a => a.At));
            if (first.Count == wanted.Count || Stopwatch.GetElapsedTime(began) > most)
            {
                return first;
            }

            await Task.Delay(50);
        }
    }
}
