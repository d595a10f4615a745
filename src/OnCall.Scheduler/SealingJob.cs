using Microsoft.Extensions.Logging;
using OnCall.Application;
using OnCall.Application.Sealing;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Seals words that were stored plain or by a retired key, a part each minute, until none is left.</summary>
[DisallowConcurrentExecution]
public sealed partial class SealingJob(SealStoredWords seal, NodeName node, ILogger<SealingJob> logger) : IJob
{
    public static readonly JobKey Key = new("sealing");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await seal.RunAsync(node.Value, cancellationToken) is > 0 and var rows)
            {
                LogSealed(rows);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sealed {Rows} rows that were plain or sealed by a retired key")]
    private partial void LogSealed(int rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stored words could not be sealed; this is tried again in a minute")]
    private partial void LogFailed(Exception error);
}
