using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Telemetry;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notices;

/// <summary>
/// Sends the notices that are due: by each channel one after the other and slowly, beside the lanes of pages and never in their way. A claim
/// lasts 10 s and a provider call at most 8 s, so that no other node sends the same while a call is on the wire.
/// </summary>
public sealed partial class SendNotices(
    INoticeOutbox outbox, ChannelSet channels, ChannelRecords records, ChannelCall call, NodeName node, NoticePace pace, IClock clock, TimeProvider time,
    OnCallMeter meter, ILogger<SendNotices> logger)
{
    /// <summary>Sends what is due; answers how many attempts were made.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var kinds = await outbox.DueKindsAsync(clock.GetCurrentInstant(), cancellationToken);
        return (await Task.WhenAll(kinds.Select(kind => DrainAsync(kind, cancellationToken)))).Sum();
    }

    private async Task<int> DrainAsync(ContactMethodKind kind, CancellationToken cancellationToken)
    {
        var sent = 0;
        for (; sent < pace.MostInARun; sent++)
        {
            var now = clock.GetCurrentInstant();
            if (await outbox.ClaimAsync(kind, node.Value, now, now + SendNotifications.Lease, cancellationToken) is not { } claimed)
            {
                break;
            }

            await SendAsync(claimed, cancellationToken);
            if (pace.Between > TimeSpan.Zero)
            {
                await Task.Delay(pace.Between, time, cancellationToken);
            }
        }

        return sent;
    }

    private async Task SendAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        if (!await outbox.StillWantedAsync(delivery, node.Value, clock.GetCurrentInstant(), cancellationToken))
        {
            LogNotWanted(delivery.Id);
            return;
        }

        var answer = await TryAsync(delivery, cancellationToken);
        var now = clock.GetCurrentInstant();
        var retryAt = answer.Status == DeliveryStatus.FailedForNow ? NoticeRetry.Next(delivery.Attempt, now, delivery.ExpiresAt, answer.RetryAfter) : null;
        if (!await outbox.RecordAsync(delivery, node.Value, answer, now, retryAt, CancellationToken.None))
        {
            LogClaimLost(delivery.Id);
        }
    }

    private async Task<DeliveryAnswer> TryAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        if (channels.Of(delivery.Kind) is not { } channel)
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "This channel is not configured.");
        }

        // More than that were claimed and never answered for: something other than a crash is wrong.
        if (delivery.Attempt > SendNotifications.MostRepeats)
        {
            return new DeliveryAnswer(DeliveryStatus.Indeterminate, null, "Not sent again: what came of the attempts before could not be written.");
        }

        if (!records.BreakerOf(delivery.Kind).MayTry(Urgency.Routine, clock.GetCurrentInstant()))
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "Not tried: the provider has not been working.");
        }

        var outgoing = new OutgoingNotification(delivery.Id, delivery.Address, delivery.Text, delivery.Attempt);
        var answer = await call.RunAsync(channel, outgoing, delivery.ClaimedUntil - Duration.FromSeconds(2), cancellationToken);
        meter.NoticeSent(delivery.Kind, answer.Status);
        return answer;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The notice of delivery {Id} was not sent: it is no longer so, or its claim has gone to another node")]
    private partial void LogNotWanted(NotificationId id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The notice of delivery {Id} was answered after its claim had gone to another node")]
    private partial void LogClaimLost(NotificationId id);
}
