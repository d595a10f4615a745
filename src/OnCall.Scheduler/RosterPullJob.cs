using Microsoft.Extensions.Logging;
using OnCall.Application.Rosters.Pulls;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Looks each minute which rosters are to be fetched. Of several nodes one fetches each.</summary>
[DisallowConcurrentExecution]
public sealed partial class RosterPullJob(RunDueRosterPulls run, ILogger<RosterPullJob> logger) : IJob
{
    public static readonly JobKey Key = new("roster-pull");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await run.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Rosters could not be fetched; they are looked at again in a minute")]
    private partial void LogFailed(Exception error);
}
