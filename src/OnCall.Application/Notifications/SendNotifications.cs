using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Paging.Links;
using OnCall.Application.Telemetry;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>
/// Sends what is due on one channel. A claim lasts 10 s and a provider call at most 8 s, so that no other node can send the same
/// while a call is on the wire; claim and page are checked again just before it.
/// </summary>
public sealed partial class SendNotifications(
    INotificationStore outbox, ChannelSet channels, ChannelRecords records, NodeName node, IClock clock, TimeProvider time,
    IWorkSignal signal, OnCallMeter meter, ILinkWriter links, ILogger<SendNotifications> logger)
{
    private const int MostTogether = 100;

    private readonly Together<ClaimedNotification, bool> _checks = new(
        async claimed =>
        {
            var wanted = await outbox.StillWantedAsync(claimed, node.Value, clock.GetCurrentInstant(), CancellationToken.None);
            return [.. claimed.Select(c => wanted.Contains(c.Id))];
        },
        MostTogether);

    /// <summary>
    /// How often it may be sent because nobody wrote what came of it. Beyond that something other than a crash is wrong, and ringing on
    /// every 10 s helps nobody.
    /// </summary>
    public const int MostRepeats = 8;

    /// <summary>How long a claim lasts.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(10);

    /// <summary>How long a provider has to answer.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(8);

    /// <summary>Sends one claimed notification and writes what came of it.</summary>
    public Task SendAsync(ClaimedNotification notification, CancellationToken cancellationToken) => SendAsync([notification], null, cancellationToken);

    /// <summary>Sends a bundle as one message and writes what came of it for each.</summary>
    /// <param name="leaving">Called just before the provider is, once at the most.</param>
    public async Task SendAsync(IReadOnlyList<ClaimedNotification> bundle, Action? leaving, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var checks = await Task.WhenAll(bundle.Select(_checks.RunAsync));
        var wanted = new List<ClaimedNotification>();
        var unwanted = new List<ClaimedNotification>();
        foreach (var (claimed, isWanted) in bundle.Zip(checks))
        {
            (isWanted ? wanted : unwanted).Add(claimed);
        }

        await Task.WhenAll([SendWantedAsync(wanted, leaving, cancellationToken), .. unwanted.Select(WithdrawAsync)]);
    }

    private async Task SendWantedAsync(List<ClaimedNotification> wanted, Action? leaving, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var first = wanted[0];
        if (TimeLeft(first) == TimeSpan.Zero)
        {
            // This node stood still. Nothing was tried, so nothing is written: whoever claims it next sends it.
            LogClaimSpent(first.Id);
            return;
        }

        var answer = await TryAsync(first, wanted.Count - 1, leaving, cancellationToken);
        await Task.WhenAll(wanted.Select(n => RecordAsync(n, answer)));
    }

    // A provider that is known not to work keeps nobody waiting: the person's next contact method goes at once.
    private async Task<DeliveryAnswer> TryAsync(ClaimedNotification notification, int others, Action? leaving, CancellationToken cancellationToken)
    {
        if (!records.BreakerOf(notification.Kind).MayTry(notification.Text.Urgency, clock.GetCurrentInstant()))
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "Not tried: the provider has not been working.") { ProviderFault = true };
        }

        var answer = await CallAsync(notification, others, leaving, cancellationToken);
        if (channels.Works(notification.Kind))
        {
            records.Of(notification.Kind).Note(answer, clock.GetCurrentInstant());
        }

        return answer;
    }

    private async Task<DeliveryAnswer> CallAsync(ClaimedNotification notification, int others, Action? leaving, CancellationToken cancellationToken)
    {
        if (channels.Of(notification.Kind) is not { } channel)
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "This channel is not configured.");
        }

        if (notification.Attempt > MostRepeats)
        {
            return new DeliveryAnswer(DeliveryStatus.Indeterminate, null, "Not sent again: what came of the attempts before could not be written.");
        }

        // Measured once: token and adapter must mean the same end.
        var left = TimeLeft(notification);
        var end = clock.GetCurrentInstant() + Duration.FromTimeSpan(left);
        var departure = new Departure(() => clock.GetCurrentInstant() < end);
        using var limit = new CancellationTokenSource(left, time);
        using var longest = new CancellationTokenSource(left + TimeSpan.FromSeconds(1), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var outgoing = new OutgoingNotification(notification.Id, notification.Address, notification.Text, notification.Attempt, notification.Language)
            {
                Others = others,
                Page = notification.Page,
                Link = await links.OfAsync(notification, either.Token),
                MayLeave = departure.MayLeave,
            };
            leaving?.Invoke();
            return await channel.SendAsync(outgoing, either.Token).WaitAsync(longest.Token);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            LogChannelThrew(notification.Kind, error.GetType().Name);
            if (departure.CallOff())
            {
                return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, $"The channel broke off before anything was sent: {error.GetType().Name}.") { ProviderFault = true };
            }

            // Whether it went out is not known, so that it counts as failed for moving on and is not sent again by itself.
            return new DeliveryAnswer(DeliveryStatus.Indeterminate, null, $"The channel broke off: {error.GetType().Name}.") { ProviderFault = true };
        }
    }

    // A claim that had to wait for its turn leaves the call less: it must have ended before another node may send the same.
    private TimeSpan TimeLeft(ClaimedNotification notification)
    {
        var left = (notification.ClaimedUntil - clock.GetCurrentInstant()).ToTimeSpan() - TimeSpan.FromSeconds(2);
        return left > CallLimit ? CallLimit : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id} was not sent: its claim was nearly over when its turn came")]
    private partial void LogClaimSpent(NotificationId id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} channel threw {Error}")]
    private partial void LogChannelThrew(ContactMethodKind kind, string error);
}
