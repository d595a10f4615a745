using Microsoft.Extensions.Logging;
using OnCall.Application.Notices;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Sends notices that are due. With none it costs one look at an index.</summary>
[DisallowConcurrentExecution]
public sealed partial class NoticeJob(SendNotices send, ILogger<NoticeJob> logger) : IJob
{
    public static readonly JobKey Key = new("notices");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await send.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notices could not be sent; they stay in the database and are tried again with the next heartbeat")]
    private partial void LogFailed(Exception error);
}
