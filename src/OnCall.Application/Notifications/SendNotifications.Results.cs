using Microsoft.Extensions.Logging;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <content>What came of attempts, and what is taken back, written so that nothing waits for a row that is nothing to it.</content>
public sealed partial class SendNotifications
{
    // Far fewer than a pool has connections.
    private const int MostAlone = 16;

    private readonly SemaphoreSlim _alone = new(MostAlone);

    private readonly Together<NotificationResult, bool> _results = new(results => outbox.RecordAllAsync(results, CancellationToken.None), MostTogether);

    public void Dispose() => _alone.Dispose();

    private Task WithdrawAsync(ClaimedNotification claimed)
    {
        LogNotWanted(claimed.Id);
        return AloneAsync(() => outbox.WithdrawAsync(claimed, node.Value, clock.GetCurrentInstant(), CancellationToken.None));
    }

    private async Task RecordAsync(ClaimedNotification notification, DeliveryAnswer answer)
    {
        var now = clock.GetCurrentInstant();
        var retryAt = answer.Status == DeliveryStatus.FailedForNow
            ? RetryPlan.Next(notification.Attempt, now, notification.NextStepAt, answer.RetryAfter)
            : null;
        if (!await WriteAsync(new NotificationResult(notification, node.Value, answer, now, retryAt)))
        {
            LogClaimLost(notification.Id);
            return;
        }

        if (notification.Person != SelfTest.Person)
        {
            meter.Sent(notification.Kind, answer.Status);
        }

        signal.PageChanged(notification.Page);
    }

    // A failure is written to its page too, which another transaction may hold: what others have sent does not wait for it.
    private async Task<bool> WriteAsync(NotificationResult result) =>
        (!result.Answer.Status.Failed() && await _results.RunAsync(result))
        || await AloneAsync(() => outbox.RecordAsync(result, CancellationToken.None));

    private async Task<bool> AloneAsync(Func<Task<bool>> write)
    {
        await _alone.WaitAsync(CancellationToken.None);
        try
        {
            return await write();
        }
        finally
        {
            _alone.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id} was answered after its claim had gone to another node")]
    private partial void LogClaimLost(NotificationId id);

    [LoggerMessage(Level = LogLevel.Information, Message = "Notification {Id} was not sent: its page does not ask for it any more, or its claim has gone to another node")]
    private partial void LogNotWanted(NotificationId id);
}
