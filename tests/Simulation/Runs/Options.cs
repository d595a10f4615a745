using System.Globalization;
using OnCall.Simulation.Tests.Planting;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>What the command was asked for.</summary>
/// <param name="Minutes">When to stop, even if seeds are left.</param>
/// <param name="Step">The distance from one seed to the next: how several workers share a stretch of seeds.</param>
internal sealed record Options(ulong From, ulong Seeds, Classic Fault, ulong? Replay, ulong? Minutes, int Workers, ulong Step, bool IsWorker)
{
    public const string Usage = "Usage: [--seeds N] [--minutes N] [--from N] [--fault NAME] [--workers N] | --replay SEED [--fault NAME]";

    /// <summary>Throws <see cref="FormatException"/> with what to write instead.</summary>
    public static Options Parse(string[] args)
    {
        var options = new Options(1, 1_000, Classic.None, null, null, Environment.ProcessorCount, 1, false);
        for (var place = 0; place < args.Length; place++)
        {
            if (args[place] == "--worker")
            {
                options = options with { IsWorker = true };
                continue;
            }

            var value = place + 1 < args.Length ? args[place + 1] : throw new FormatException(Usage);
            options = args[place++] switch
            {
                "--seeds" => options with { Seeds = Number(value) },
                "--from" => options with { From = Number(value) },
                "--step" => options with { Step = Number(value) },
                "--replay" => options with { Replay = Number(value) },
                "--minutes" => options with { Minutes = Number(value) },
                "--workers" => options with { Workers = (int)Number(value) },
                "--fault" => options with { Fault = FaultOf(value) },
                _ => throw new FormatException(Usage),
            };
        }

        return options;
    }

    private static ulong Number(string value) =>
        ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new FormatException($"{value} is no number above 0. {Usage}");

    private static Classic FaultOf(string value) =>
        Enum.TryParse<Classic>(value, ignoreCase: true, out var fault) ? fault : throw new FormatException($"The faults are {string.Join(", ", Enum.GetNames<Classic>())}.");
}
