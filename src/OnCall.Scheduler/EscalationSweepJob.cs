using Microsoft.Extensions.Logging;
using OnCall.Application.Paging;
using OnCall.Application.Telemetry;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Rings when a page is due, and steadily as a safety net. Does no provider's work: it writes rows, and the lanes send.</summary>
[DisallowConcurrentExecution]
public sealed partial class EscalationSweepJob(SweepEscalations sweep, EngineHealth health, OnCallMeter meter, TimeProvider time, ILogger<EscalationSweepJob> logger) : IJob
{
    public static readonly JobKey Key = new("escalation-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var start = time.GetTimestamp();
        try
        {
            await sweep.RunAsync(cancellationToken, health.Swept);
            meter.Swept(time.GetElapsedTime(start));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The next heartbeat tries again; health says meanwhile how long ago the last good sweep was.
            meter.SweepFailed();
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep failed; it is tried again with the next heartbeat")]
    private partial void LogFailed(Exception error);
}
