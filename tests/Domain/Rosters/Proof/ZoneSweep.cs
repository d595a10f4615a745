using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>
/// Puts a property to rosters made by chance around changes of the clocks, so many in every zone that has any.
/// <c>ONCALL_ROSTER_SEED</c> replays a run, <c>ONCALL_ROSTER_TIMES</c> makes it so many times as long.
/// </summary>
/// <param name="Counterexample">The smallest roster that does not hold, as a person reads it; null when all hold.</param>
internal sealed record ZoneSweep(Tally Tally, string? Counterexample, TimeSpan Took)
{
    public static ulong Seed { get; } = Setting("ONCALL_ROSTER_SEED") ?? (ulong)Random.Shared.Next();

    private static int Times { get; } = (int)(Setting("ONCALL_ROSTER_TIMES") ?? 1);

    /// <param name="difference">What is not as it should be, or null.</param>
    public static ZoneSweep Of<T>(int each, Func<ZoneChange, Gen<T>> written, Func<Trial<T>, Tally, string?> difference)
        where T : ISmaller<T>
    {
        var (tally, clock) = (new Tally(), Stopwatch.StartNew());
        for (var i = 0; i < ChangingZone.All.Count; i++)
        {
            var zone = ChangingZone.All[i];
            var trials =
                from change in Gen.Elements<ZoneChange>(zone.Changes)
                from text in written(change)
                select new Trial<T>(change, text);
            if (Failure(Seed + (ulong)i, each * Times, Arb.From(trials, trial => trial.Smaller()), trial => difference(trial, tally)) is { } failure)
            {
                return new ZoneSweep(tally, $"{failure}Replay: ONCALL_ROSTER_SEED={Seed}", clock.Elapsed);
            }
        }

        return new ZoneSweep(tally, null, clock.Elapsed);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tally}; seed {Seed}, {Took.TotalSeconds:0.0} s");

    private static ulong? Setting(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var asked) ? asked : null;

    private static string? Failure<T>(ulong seed, int each, Arbitrary<Trial<T>> trials, Func<Trial<T>, string?> difference)
        where T : ISmaller<T>
    {
        // FsCheck goes on to smaller trials from each one that fails, so the last to fail is the smallest.
        string? smallest = null;
        bool Holds(Trial<T> trial)
        {
            var wrong = Told(() => difference(trial));
            smallest = wrong is null ? smallest : $"{wrong}{Environment.NewLine}{trial}";
            return wrong is null;
        }

        var replay = FSharpOption<Replay>.Some(new Replay(new Rnd(seed, 1), FSharpOption<int>.None));
        var result = new LastResult();
        Check.One(Config.Quick.WithMaxTest(each).WithReplay(replay).WithRunner(result), Prop.ForAll(trials, Holds));
        return smallest ?? (result.Ended is { IsPassed: true } ? null : $"No trial was checked: {result.Ended}");
    }

    private static string? Told(Func<string?> difference)
    {
        try
        {
            return difference();
        }
        catch (Exception thrown)
        {
            return thrown.ToString();
        }
    }
}
