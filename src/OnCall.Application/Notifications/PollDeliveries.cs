using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>
/// Asks providers that cannot call back how what they accepted stands, and hands on what they say. Asks ever more seldom, and not at all
/// where the provider calls back.
/// </summary>
public sealed partial class PollDeliveries(
    IEnumerable<IStatusSource> sources, IDeliveryPolls polls, RecordReceipt receipts, IClock clock, TimeProvider time, ILogger<PollDeliveries> logger)
{
    /// <summary>How many are asked for in one run.</summary>
    public const int MostInARun = 32;

    private const int MostAtOnce = 16;
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(8);
    private static readonly Duration LastWord = Duration.FromMinutes(10);
    private static readonly Duration FirstWait = Duration.FromSeconds(2);
    private static readonly Duration LongestWait = Duration.FromSeconds(30);

    private readonly Dictionary<ContactMethodKind, IStatusSource> _polled = sources.Where(s => s.IsPolled).ToDictionary(s => s.Kind);

    /// <summary>Asks for what is due, once; answers how many that were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (_polled.Count == 0)
        {
            return 0;
        }

        var now = clock.GetCurrentInstant();
        var due = await polls.TakeDueAsync(_polled.Keys, now - LastWord, now, Wait, MostInARun, cancellationToken);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, limits, async (delivery, stopping) => await AskAsync(delivery, stopping));
        return due.Count;
    }

    /// <summary>2 s after it was accepted; then 4 s, 8 s, 16 s, and from there on every 30 s.</summary>
    private static Duration Wait(int polls) => Duration.Min(FirstWait * Math.Pow(2, Math.Min(polls, 10)), LongestWait);

    private async Task AskAsync(UnfinishedDelivery delivery, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(CallLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var receipt = await _polled[delivery.Kind].AskAsync(delivery.ProviderId, either.Token).WaitAsync(CallLimit, time, either.Token);

            // That it was accepted is known.
            if (receipt is { Status: not DeliveryStatus.Accepted })
            {
                await receipts.RunAsync(receipt with { Notification = delivery.Id, Attempt = delivery.Attempt }, cancellationToken);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // One that cannot be asked for must not keep the others; its time comes again.
            LogFailed(delivery.Id, error.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How notification {Id} stands could not be asked: {Error}; it is asked again")]
    private partial void LogFailed(NotificationId id, string error);
}
