using System.Diagnostics;
using System.Text;

namespace OnCall.Fuzz.Tests.Running;

/// <summary>What <c>dotnet run --project tests/Fuzz.Runner</c> does. Exit codes: 0 nothing found, 1 failures, 2 not understood.</summary>
internal static class Command
{
    private const long TellEvery = 100_000;

    public static int Run(string[] args, TextWriter to)
    {
        try
        {
            var options = Options.Parse(args);
            return options.Replay is { } seed ? Replay(options.Targets[0], seed, to) : All(options, to);
        }
        catch (FormatException wrong)
        {
            to.WriteLine(wrong.Message);
            return 2;
        }
    }

    private static int All(Options options, TextWriter to)
    {
        var clock = Stopwatch.StartNew();
        var failures = 0;
        foreach (var target in options.Targets)
        {
            var (started, told) = (clock.Elapsed, 0L);
            var campaign = new Campaign(target, new Bounds());
            var found = campaign.Run(options.From, options.Inputs, inputs =>
            {
                if (inputs / TellEvery > told)
                {
                    told = inputs / TellEvery;
                    to.WriteLine($"{target.Name}: {inputs} inputs");
                }
            });
            to.WriteLine($"{target.Name}: {campaign.Inputs} inputs in {(clock.Elapsed - started).TotalSeconds:F1} s, at most {campaign.MostBytes / 1024:N0} KiB for one, {found.Count} failures");
            foreach (var failure in found)
            {
                to.WriteLine("  " + failure);
            }

            failures += found.Count;
        }

        to.WriteLine(failures == 0
            ? $"Nothing was found in {clock.Elapsed.TotalSeconds:F0} s."
            : $"{failures} failures. See one again: dotnet run -c Release --project tests/Fuzz.Runner -- --target NAME --replay SEED");
        return failures == 0 ? 0 : 1;
    }

    private static int Replay(Target target, ulong seed, TextWriter to)
    {
        var input = target.Input(seed);
        var isText = !input.AsSpan().ContainsAnyInRange((byte)0, (byte)8);
        to.WriteLine($"{input.Length} bytes: {(isText ? Encoding.UTF8.GetString(input) : Convert.ToHexString(input))}");
        var found = new Campaign(target, new Bounds()).Run(seed, 1);
        to.WriteLine(found.Count == 0 ? "Nothing is wrong with it." : $"{found[0]}{Environment.NewLine}{found[0].Thrown}");
        return found.Count == 0 ? 0 : 1;
    }
}
