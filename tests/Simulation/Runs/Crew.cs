using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>
/// Shares a stretch of seeds among processes: each runs single-threaded, and they do not stand in each other's way as threads would, with one
/// heap and one SQLite.
/// </summary>
internal sealed class Crew(Options options, Action<Tally> progress)
{
    private const long Batch = 500;
    private const ulong LongestRun = 60 * 24 * 365;
    private readonly Lock _gate = new();
    private readonly Tally _all = new();

    /// <summary>What a worker does: its seeds, with a line of JSON for each batch.</summary>
    public static void Work(Options options, TextWriter output)
    {
        using var bench = new Bench();
        var (batch, clock, end) = (new Tally(), Stopwatch.StartNew(), TimeSpan.FromMinutes(options.Minutes ?? LongestRun));
        for (ulong number = 0, seed = options.From; number < options.Seeds && clock.Elapsed < end; number++, seed += options.Step)
        {
            batch.Add(bench.Try(seed, options.Fault));
            if (batch.Seeds == Batch)
            {
                output.WriteLine(JsonSerializer.Serialize(batch));
                batch = new Tally();
            }
        }

        output.WriteLine(JsonSerializer.Serialize(batch));
    }

    public async Task<Tally> RunAsync()
    {
        var workers = (ulong)Math.Max(1, options.Workers);
        await Task.WhenAll(Enumerable.Range(0, (int)workers).Select(place => StartAsync((ulong)place, workers)));
        return _all;
    }

    private async Task StartAsync(ulong place, ulong workers)
    {
        var seeds = ((options.Seeds - 1 + workers - place) / workers);
        if (place >= options.Seeds)
        {
            return;
        }

        using var worker = Process.Start(Command(options.From + place, seeds, workers))!;
        while (await worker.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _all.Add(JsonSerializer.Deserialize<Tally>(line)!);
                progress(_all);
            }
        }

        await worker.WaitForExitAsync();
        if (worker.ExitCode != 0)
        {
            throw new InvalidOperationException($"A worker broke off with {worker.ExitCode}.");
        }
    }

    private ProcessStartInfo Command(ulong from, ulong seeds, ulong step)
    {
        string[] numbers = [.. options.Minutes is { } minutes ? ["--minutes", Text(minutes)] : Array.Empty<string>(), "--from", Text(from), "--seeds", Text(seeds), "--step", Text(step), "--fault", options.Fault.ToString(), "--worker"];
        var own = Environment.GetCommandLineArgs()[0];
        var start = new ProcessStartInfo(Environment.ProcessPath!, IsHost ? [own, .. numbers] : numbers) { RedirectStandardOutput = true, UseShellExecute = false };

        // A run leaves much behind that is young and dead: a larger nursery is cleared less often.
        start.Environment["DOTNET_GCgen0size"] = "0x4000000";
        return start;
    }

    private static bool IsHost => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
