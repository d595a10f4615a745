namespace OnCall.Architecture.Tests;

/// <summary>Time and ids enter the Domain and the Application from outside.</summary>
internal static class Clocks
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
}
