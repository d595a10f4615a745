using SQLitePCL;

namespace OnCall.Simulation.Tests.Storing;

/// <summary>Each run has a connection of its own on one thread: SQLite need not lock for others, nor count its memory.</summary>
internal static class Tuning
{
    private const int MultiThread = 2;
    private const int MemoryStatus = 9;

    /// <summary>Takes hold only before the process has opened its first database; later it changes nothing.</summary>
    public static void Apply()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(MultiThread);
        _ = raw.sqlite3_config(MemoryStatus, 0);
    }
}
