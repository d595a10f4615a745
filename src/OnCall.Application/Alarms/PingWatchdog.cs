using Microsoft.Extensions.Logging;
using NodaTime;

namespace OnCall.Application.Alarms;

/// <summary>
/// A dead man's switch: the outside watchdog hears from OnCall only while pages go through, and raises the alarm in silence.
/// </summary>
public sealed partial class PingWatchdog(IWatchdog watchdog, ReadAlarms alarms, StandingAlarms shown, WatchdogRecord record, IClock clock, ILogger<PingWatchdog> logger)
{
    /// <returns>False when nothing was sent, since not all is well.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        // Before the first look nobody knows.
        if (shown.Items is null || (await alarms.EngineProblemsAsync(cancellationToken)).Count > 0)
        {
            return false;
        }

        var why = await watchdog.PingAsync(cancellationToken);
        if (record.Note(why is null, clock.GetCurrentInstant()))
        {
            LogTurn(why ?? "it does again");
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outside watchdog does not take the heartbeat: {Why}. Said once, until it changes")]
    private partial void LogTurn(string why);
}
