using Microsoft.Extensions.Logging;
using OnCall.Application.Paging;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Rings when a page is due, and steadily as a safety net. Does no provider's work: it writes rows, and the lanes send.</summary>
[DisallowConcurrentExecution]
public sealed partial class EscalationSweepJob(SweepEscalations sweep, EngineHealth health, ILogger<EscalationSweepJob> logger) : IJob
{
    public static readonly JobKey Key = new("escalation-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await sweep.RunAsync(cancellationToken);
            health.Swept();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The next heartbeat tries again; health says meanwhile how long ago the last good sweep was.
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep failed; it is tried again with the next heartbeat")]
    private partial void LogFailed(Exception error);
}
