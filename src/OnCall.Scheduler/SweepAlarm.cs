using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Keeps one alarm at the earliest due time of the escalations, each time they change. The times themselves live in the database,
/// so that nothing is lost with this process; the steady heartbeat catches what a lost alarm would miss.
/// </summary>
public sealed partial class SweepAlarm(IPageStore pages, WorkSignal signal, IClock clock, TimeProvider time, ILogger<SweepAlarm> logger)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="arm">Sets the alarm, in place of the one before, by this machine's clock.</param>
    /// <param name="stopping">Tells it to stop.</param>
    public async Task RunAsync(Func<DateTimeOffset, CancellationToken, Task> arm, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(arm);
        var work = signal.Join();
        try
        {
            while (true)
            {
                try
                {
                    if (await pages.EarliestDueAsync(stopping) is { } due)
                    {
                        await arm(ByThisMachine(due), stopping);
                    }
                }
                catch (Exception error) when (!stopping.IsCancellationRequested)
                {
                    LogNotArmed(error);
                    await Task.Delay(AfterTrouble, time, stopping);
                    work.Ring();
                }

                var looked = time.GetTimestamp();
                await work.WaitAsync(stopping);
                await Wakeup.RestAsync(Wakeup.UsualRest, looked, time, stopping);
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Told to stop; a look that was under way may fail by that in any manner.
        }
        finally
        {
            signal.Leave(work);
        }
    }

    // The rows go by the database's clock, an alarm by this machine's: only the distance carries over.
    private DateTimeOffset ByThisMachine(Instant due) => time.GetUtcNow() + Duration.Max(due - clock.GetCurrentInstant(), Duration.Zero).ToTimeSpan();

    [LoggerMessage(Level = LogLevel.Error, Message = "The alarm could not be armed; the heartbeat goes on")]
    private partial void LogNotArmed(Exception error);
}
