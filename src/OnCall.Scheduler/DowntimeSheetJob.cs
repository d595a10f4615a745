using Microsoft.Extensions.Logging;
using OnCall.Application.Rosters.Paper;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Looks each minute whether the paper roster is to be renewed, so that a failure is made good within a minute.</summary>
[DisallowConcurrentExecution]
public sealed partial class DowntimeSheetJob(PrintPaper print, ILogger<DowntimeSheetJob> logger) : IJob
{
    public static readonly JobKey Key = new("downtime-sheet");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await print.RunAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            FolderFailed(logger, failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The paper roster could not be written: {Reason}. It is tried again in a minute; what was there stays.")]
    private static partial void FolderFailed(ILogger logger, string reason);
}
