using System.Text.RegularExpressions;

namespace OnCall.Architecture.Tests;

/// <summary>Time and ids enter the Domain and the Application from outside.</summary>
internal static partial class Clocks
{
    private static readonly string[] Sources =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System", "System.TimeProvider.GetUtcNow",
        "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        "System.Diagnostics.Stopwatch.GetTimestamp", "System.Diagnostics.Stopwatch.StartNew",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "NodaTime.SystemClock.get_Instance",
    ];

    public static IEnumerable<string> Problems(BuiltAssembly assembly) =>
        Sources.Where(assembly.Calls.Contains).Select(source => $"{assembly.Name} calls {source}");

    /// <summary>
    /// A time-out of a pattern is a clock too: on a machine that stood still, a stored page would then be unreadable. Patterns are written
    /// so that they cannot take long, and say that they have none.
    /// </summary>
    public static IEnumerable<string> TimedPatterns(IEnumerable<SourceFile> files) =>
        from file in files
        where TimedPattern().IsMatch(file.Code)
        select $"{file.Path} gives a pattern a time-out";

    [GeneratedRegex(@"GeneratedRegex\([^
]*[^\w][0-9]+\s*\)\]|TimeSpan\.From[^
]*Regex|new Regex\([^
]*TimeSpan", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex TimedPattern();
}
