using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>
/// Sends what is due on one channel. A claim lasts 10 s and a provider call at most 8 s, so that no other node can send the same
/// while a call is on the wire; claim and page are checked again just before it.
/// </summary>
public sealed partial class SendNotifications(
    INotificationStore outbox, ChannelSet channels, NodeName node, IClock clock, TimeProvider time, IWorkSignal signal,
    ILogger<SendNotifications> logger)
{
    private const int MostTogether = 100;

    private readonly Together<ClaimedNotification, bool> _checks = new(
        async claimed =>
        {
            var wanted = await outbox.StillWantedAsync(claimed, node.Value, clock.GetCurrentInstant(), CancellationToken.None);
            return [.. claimed.Select(c => wanted.Contains(c.Id))];
        },
        MostTogether);

    private readonly Together<NotificationResult, bool> _results = new(results => outbox.RecordAllAsync(results, CancellationToken.None), MostTogether);

    /// <summary>How many times a failed attempt is made again.</summary>
    public const int MostAttempts = 3;

    /// <summary>
    /// How often it may be sent because nobody wrote what came of it. Beyond that something other than a crash is wrong, and ringing on
    /// every 10 s helps nobody.
    /// </summary>
    public const int MostRepeats = 8;

    /// <summary>How long a claim lasts.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(10);

    /// <summary>How long a provider has to answer.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(8);

    private static readonly Duration RetryAfter = Duration.FromSeconds(5);

    /// <summary>When the next one of a kind is due, or the next claim ends; null when there is none. It may lie in the past.</summary>
    public Task<Instant?> NextDueAsync(ContactMethodKind kind, Urgency atLeast, CancellationToken cancellationToken) =>
        outbox.NextDueAsync(kind, atLeast, cancellationToken);

    /// <summary>Claims what is due on a channel. Most urgent first.</summary>
    public Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(ContactMethodKind kind, Urgency atLeast, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return outbox.ClaimDueAsync(kind, atLeast, node.Value, now, now + Lease, most, cancellationToken);
    }

    /// <summary>Sends one claimed notification and writes what came of it.</summary>
    public async Task SendAsync(ClaimedNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (!await _checks.RunAsync(notification))
        {
            return;
        }

        var answer = await CallAsync(notification, cancellationToken);
        var now = clock.GetCurrentInstant();
        var retryAt = answer.Status == DeliveryStatus.FailedForNow && notification.Attempt < MostAttempts
            ? now + (RetryAfter * notification.Attempt)
            : (Instant?)null;
        if (!await _results.RunAsync(new NotificationResult(notification, node.Value, answer, now, retryAt)))
        {
            LogClaimLost(notification.Id);
            return;
        }

        if (answer.AddressIsDead && notification.Method is { } method)
        {
            await outbox.UnverifyAsync(method, notification.Address, CancellationToken.None);
        }

        signal.PageChanged(notification.Page);
    }

    private async Task<DeliveryAnswer> CallAsync(ClaimedNotification notification, CancellationToken cancellationToken)
    {
        if (channels.Of(notification.Kind) is not { } channel)
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "This channel is not configured.");
        }

        if (notification.Attempt > MostRepeats)
        {
            return new DeliveryAnswer(DeliveryStatus.Indeterminate, null, "Not sent again: what came of the attempts before could not be written.");
        }

        using var limit = new CancellationTokenSource(TimeLeft(notification), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var outgoing = new OutgoingNotification(notification.Id, notification.Address, notification.Text, notification.Attempt);
            return await channel.SendAsync(outgoing, either.Token).WaitAsync(TimeLeft(notification) + TimeSpan.FromSeconds(1), time, CancellationToken.None);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whether it went out is not known, so that it counts as failed for moving on and is not sent again by itself.
            LogChannelThrew(notification.Kind, error.GetType().Name);
            return new DeliveryAnswer(DeliveryStatus.Indeterminate, null, $"The channel broke off: {error.GetType().Name}.");
        }
    }

    // A claim that had to wait for its turn leaves the call less: it must have ended before another node may send the same.
    private TimeSpan TimeLeft(ClaimedNotification notification)
    {
        var left = (notification.ClaimedUntil - clock.GetCurrentInstant()).ToTimeSpan() - TimeSpan.FromSeconds(2);
        return left > CallLimit ? CallLimit : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id} was answered after its claim had gone to another node")]
    private partial void LogClaimLost(NotificationId id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} channel threw {Error}")]
    private partial void LogChannelThrew(ContactMethodKind kind, string error);
}
