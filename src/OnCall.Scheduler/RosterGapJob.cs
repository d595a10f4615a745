using Microsoft.Extensions.Logging;
using OnCall.Application.Rosters.Gaps;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>
/// Tells of gaps when a roster has changed, whichever node changed it, and with every minute. In between it costs the check of the roster
/// snapshot.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class RosterGapJob(WarnOfGaps warn, ILogger<RosterGapJob> logger) : IJob
{
    public static readonly JobKey Key = new("roster-gaps");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await warn.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Gaps could not be looked for; they are looked for again with the next heartbeat")]
    private partial void LogFailed(Exception error);
}
