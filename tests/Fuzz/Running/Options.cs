using System.Globalization;
using OnCall.Fuzz.Tests.Targets;

namespace OnCall.Fuzz.Tests.Running;

/// <summary>What the command line asks for.</summary>
/// <param name="Inputs">Of each target.</param>
internal sealed record Options(long Inputs, ulong From, ulong? Replay, IReadOnlyList<Target> Targets)
{
    private const long Usual = 1_000_000;

    /// <exception cref="FormatException">It is not understood; the message says how it is written.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options(Usual, 0, null, ReadableTargets.All);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw Wrong($"{args[i]} has no value.");
            options = args[i] switch
            {
                "--inputs" => options with { Inputs = (long)Number(value) },
                "--from" => options with { From = Number(value) },
                "--replay" => options with { Replay = Number(value) },
                "--target" => options with { Targets = Named(value) },
                _ => throw Wrong($"There is no {args[i]}."),
            };
        }

        return options is { Replay: not null, Targets.Count: > 1 } ? throw Wrong("A replay needs its --target.") : options;
    }

    private static ulong Number(string value) => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"'{value}' is no number.");

    private static List<Target> Named(string name) =>
        ReadableTargets.All.Where(target => target.Name == name).ToList() is { Count: > 0 } named ? named : throw Wrong($"There is no target '{name}'.");

    private static FormatException Wrong(string what) =>
        new($"{what} Write --inputs N --target NAME --from SEED, or --target NAME --replay SEED. The targets: {string.Join(", ", ReadableTargets.All.Select(target => target.Name))}.");
}
