using Microsoft.Extensions.Logging;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <content>What came of attempts, and what is taken back, written so that nothing waits for a row that is nothing to it.</content>
public sealed partial class SendNotifications
{
    // A failure is written to its page too, which another transaction may hold for longer than what has arrived may wait.
    private readonly Alone _failures = new();
    private readonly Alone _others = new();

    private readonly Together<NotificationResult, bool> _results = new(results => outbox.RecordAllAsync(results, CancellationToken.None), MostTogether);

    private Task WithdrawAsync(ClaimedNotification claimed)
    {
        LogNotWanted(claimed.Id);
        return _others.RunAsync(() => outbox.WithdrawAsync(claimed, node.Value, clock.GetCurrentInstant(), CancellationToken.None));
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

    private async Task<bool> WriteAsync(NotificationResult result) =>
        result.Answer.Status.Failed()
            ? await _failures.RunAsync(() => outbox.RecordAsync(result, CancellationToken.None))
            : await _results.RunAsync(result) || await _others.RunAsync(() => outbox.RecordAsync(result, CancellationToken.None));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id} was answered after its claim had gone to another node")]
    private partial void LogClaimLost(NotificationId id);

    [LoggerMessage(Level = LogLevel.Information, Message = "Notification {Id} was not sent: its page does not ask for it any more, or its claim has gone to another node")]
    private partial void LogNotWanted(NotificationId id);
}
