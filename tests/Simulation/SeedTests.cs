using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OnCall.Simulation.Tests.Runs;
using Xunit;

namespace OnCall.Simulation.Tests;

/// <summary>
/// As many seeds as fit the time, always from the same one on, so that a slower machine sees fewer of the same and never others.
/// <c>ONCALL_SIMULATION_FROM</c> begins elsewhere.
/// </summary>
public class SeedTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Usually = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan InCi = TimeSpan.FromMinutes(4);

    // A test program that ends after a minute without a word may be taken for crashed, and its last results for lost:
    // xunit waits so long for them, counted from the word before (CrashDetectionSinkBase of xunit.v3.runner.utility).
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Whatever_goes_wrong_every_safety_rule_is_kept()
    {
        var from = ulong.TryParse(Environment.GetEnvironmentVariable("ONCALL_SIMULATION_FROM"), CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var time = Environment.GetEnvironmentVariable("CI") == "true" ? InCi : Usually;
        var (next, clock, broken) = (from - 1, Stopwatch.StartNew(), new ConcurrentBag<Verdict>());
        var (tally, said) = (new Tally(), TimeSpan.Zero);

        void Work()
        {
            using var bench = new Bench();
            while (clock.Elapsed < time && broken.IsEmpty && Interlocked.Increment(ref next) is var seed)
            {
                var verdict = bench.Try(seed);
                lock (tally)
                {
                    tally.Add(verdict);
                    if (clock.Elapsed - said >= Silence)
                    {
                        said = clock.Elapsed;
                        output.WriteLine($"{tally.Seeds} seeds after {said.TotalSeconds:F0} s.");
                    }
                }

                if (!verdict.IsClean)
                {
                    broken.Add(verdict);
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning)));

        output.WriteLine($"Seeds from {from}. {tally.Report(clock.Elapsed)}");
        Assert.True(broken.IsEmpty, string.Join(Environment.NewLine, broken.Select(HowToReplay)));
    }

    private static string HowToReplay(Verdict verdict) =>
        $"Seed {verdict.Seed}: {string.Join(' ', verdict.Violations)}{Environment.NewLine}"
        + $"Replay: dotnet run -c Release --project tests/Simulation.Runner -- --replay {verdict.Seed}";
}
