using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OnCall.Application.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// The one reader that tells this node what changed: the screens that watch, and the engine where another node wrote. Reads four times a
/// second, and at once after a change of this node's own while somebody watches.
/// </summary>
public sealed partial class PageTail(IPageTail tail, WorkSignal signal, TimeProvider time, ILogger<PageTail> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // A burst of pages is read together, however many there are.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private bool _works = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reader = new TailReader(tail, time);
        var work = signal.Join();
        try
        {
            while (true)
            {
                await ReadAsync(reader, stoppingToken);
                await Task.Delay(signal.IsWatched ? Breath : Pause, time, stoppingToken);
                if (signal.IsWatched)
                {
                    await work.WaitAsync(Pause - Breath, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
        finally
        {
            signal.Leave(work);
        }
    }

    private async Task ReadAsync(TailReader reader, CancellationToken cancellationToken)
    {
        try
        {
            signal.Show(await reader.ReadAsync(cancellationToken), reader.Position);
            _works = true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (_works)
            {
                LogFailed(error);
            }

            _works = false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What changed could not be read; screens stand still until it can")]
    private partial void LogFailed(Exception error);
}
