using System.Diagnostics;
using System.Globalization;

namespace OnCall.Bench;

/// <summary>What of the machine swings between runs, to be printed beside every figure.</summary>
internal static class Machine
{
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";

    /// <summary>Resident memory of a process in MiB.</summary>
    public static double ResidentMiB(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }

    /// <summary>Highest resident memory of this process in MiB, since <see cref="ForgetPeak"/> where that works.</summary>
    public static double PeakMiB()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024.0 / 1024.0;
    }

    /// <summary>Measures the highest memory anew from here on; on Linux only.</summary>
    public static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    /// <summary>p50 and p99 of 300 writes of 4 KiB with a flush to the disk, in milliseconds, in that folder, and <see cref="Loop"/>.</summary>
    public static string Fsync(string folder)
    {
        var file = Path.Combine(folder, "fsync.probe");
        var times = new List<double>();
        using (var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1))
        {
            var block = new byte[4096];
            for (var i = 0; i < 300; i++)
            {
                var began = Stopwatch.GetTimestamp();
                stream.Write(block);
                stream.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        File.Delete(file);
        return $"{Percentiles(times)}; a fixed loop: {Loop()}";
    }

    /// <summary>
    /// How long a fixed loop takes now, the middle of five, in milliseconds: a machine that others share may change its speed by half within minutes,
    /// and a figure without it says nothing.
    /// </summary>
    public static string Loop()
    {
        var times = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var x = 1UL;
            for (var i = 0; i < 10_000_000; i++)
            {
                x = (x * 6364136223846793005) + 1442695040888963407;
            }

            GC.KeepAlive(x);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Percentile(times, 50):0.0} ms");
    }

    /// <summary>
    /// Processor time since the machine started: all of it, and what the host took away for others (Linux, proc(5): steal),
    /// in hundredths of a second. Both 0 where that is not told.
    /// </summary>
    public static (long All, long Stolen) Ticks()
    {
        if (!File.Exists("/proc/stat"))
        {
            return default;
        }

        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return (fields[..8].Sum(), fields[7]);
    }

    /// <summary>The share of the machine that the host took away since then.</summary>
    public static string StolenSince((long All, long Stolen) before)
    {
        var (all, stolen) = Ticks();
        return all > before.All ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * (stolen - before.Stolen) / (all - before.All):0.0} % stolen") : "stolen: unknown";
    }

    public static string Percentiles(List<double> milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {Percentile(milliseconds, 50):0.00} ms, p99 {Percentile(milliseconds, 99):0.00} ms, max {milliseconds.Max():0.00} ms");

    public static double Percentile(List<double> values, double percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
