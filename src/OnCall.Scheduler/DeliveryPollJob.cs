using Microsoft.Extensions.Logging;
using OnCall.Application.Notifications;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>
/// Asks for receipts where the provider cannot call back. A run is bounded: two rounds of calls of 8 s at the most, and what is left
/// waits for the next one.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class DeliveryPollJob(PollDeliveries poll, ILogger<DeliveryPollJob> logger) : IJob
{
    public static readonly JobKey Key = new("delivery-polls");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await poll.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Receipts could not be asked for; they are asked for again with the next heartbeat")]
    private partial void LogFailed(Exception error);
}
