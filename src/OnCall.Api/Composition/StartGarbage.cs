namespace OnCall.Api.Composition;

/// <summary>
/// Gives back what starting left behind: an idle server allocates so little that the collector would keep it for hours.
/// </summary>
internal sealed class StartGarbage(TimeProvider time) : BackgroundService
{
    // After the first sweeps and the first reads of the roster, so that their garbage goes too.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Settled, time, stoppingToken);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop before it had settled.
        }
    }
}
