using System.Diagnostics;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>What <c>dotnet run --project tests/Simulation.Runner</c> does. Exit codes: 0 no violation, 1 violations, 2 not understood.</summary>
internal static class Command
{
    private const long TellEvery = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await RunAsync(Options.Parse(args));
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static async Task<int> RunAsync(Options options)
    {
        if (options.IsWorker)
        {
            Crew.Work(options, Console.Out);
            return 0;
        }

        return options.Replay is { } seed ? Replay(seed, options) : await ManyAsync(options);
    }

    private static int Replay(ulong seed, Options options)
    {
        using var bench = new Bench();
        var verdict = bench.Try(seed, options.Fault);
        Console.WriteLine(Tale.Of(verdict.Sight, verdict.Violations.Count > 0 ? verdict.Violations[0].Page : null));
        Console.WriteLine(string.Join(Environment.NewLine, verdict.Violations));
        return verdict.IsClean ? 0 : 1;
    }

    private static async Task<int> ManyAsync(Options options)
    {
        var clock = Stopwatch.StartNew();
        var (told, broken) = (0L, 0L);
        Console.WriteLine($"Seeds {options.From} to {options.From + options.Seeds - 1}, {options.Workers} workers, fault {options.Fault}.");
        var all = await new Crew(options, so =>
        {
            var violations = so.Violations.Values.Sum(v => v.Seeds);
            if (so.Seeds / TellEvery > told || violations > broken)
            {
                (told, broken) = (so.Seeds / TellEvery, violations);
                Console.WriteLine($"{so.Seeds} seeds after {clock.Elapsed.TotalSeconds:F0} s, {violations} violations: {string.Join("; ", so.Violations.Values.SelectMany(v => v.First))}");
            }
        }).RunAsync();
        Console.WriteLine(all.Report(clock.Elapsed));
        if (!all.IsClean)
        {
            Console.WriteLine($"Replay one: dotnet run -c Release --project tests/Simulation.Runner -- --replay SEED --fault {options.Fault}");
        }

        return all.IsClean ? 0 : 1;
    }
}
