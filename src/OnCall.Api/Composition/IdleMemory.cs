namespace OnCall.Api.Composition;

/// <summary>
/// Keeps a node at rest small. The runtime collects when a budget is used up;
/// a node with nothing to do would hold the garbage of its start and of minutes of heartbeats. A busy node collects by itself
/// and is left alone, until it has been quiet for a minute.
/// </summary>
internal sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    private const int QuietTicks = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);

        // Not before the first sweeps and the first reads of the roster: their garbage is to go too. Again a minute later, when every job has had its first run.
        await timer.WaitForNextTickAsync(stoppingToken);
        Settle();
        var quiet = 0;
        var before = GC.CollectionCount(0);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            quiet = GC.CollectionCount(0) == before ? quiet + 1 : 0;
            if (quiet == QuietTicks)
            {
                Settle();
            }
            else if (quiet > 0)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            }

            before = GC.CollectionCount(0);
        }
    }

    private static void Settle()
    {
        // Twice: the first round moves what lives into the next generation, and keeps the pages where it was for the one after.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeHeap.GiveBack();
    }
}
