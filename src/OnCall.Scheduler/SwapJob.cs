using Microsoft.Extensions.Logging;
using OnCall.Application.Rosters.Swaps;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Looks each minute which swaps have expired or lost their shifts.</summary>
[DisallowConcurrentExecution]
public sealed partial class SwapJob(WatchSwaps watch, ILogger<SwapJob> logger) : IJob
{
    public static readonly JobKey Key = new("swaps");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await watch.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Swaps could not be looked at; they are looked at again in a minute")]
    private partial void LogFailed(Exception error);
}
