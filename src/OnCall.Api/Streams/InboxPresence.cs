using NodaTime;
using OnCall.Application;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;

namespace OnCall.Api.Streams;

/// <summary>
/// Tells the other nodes, through the database, whose inbox is open on this one: shortly after it changes, and again every 5 s while any
/// is open. A node that dies or is stopped is forgotten after 15 s.
/// </summary>
internal sealed partial class InboxPresence(
    OpenInboxes inboxes, IOpenInboxStore store, NodeName node, IClock clock, TimeProvider time, ILogger<InboxPresence> logger) : BackgroundService
{
    private static readonly Duration Kept = Duration.FromSeconds(15);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    // A reloaded screen closes and opens within it, and a thousand screens that come back after a restart are one write.
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(200);

    private IReadOnlyCollection<PersonId> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await ChangeAsync(stoppingToken);
                await Task.Delay(Settled, time, stoppingToken);

                // Taken before the look: what changes after it rings again.
                inboxes.Changes.TryRead(out _);
                await TellAsync(inboxes.Here, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TellAsync([], CancellationToken.None);
        }
    }

    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        try
        {
            // With nobody here there is nothing to keep alive, and nothing is written.
            var longest = _told.Count > 0 || inboxes.Here.Count > 0 ? Again : Timeout.InfiniteTimeSpan;
            await inboxes.Changes.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(longest, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing has changed: time to be heard again.
        }
    }

    private async Task TellAsync(IReadOnlyCollection<PersonId> open, CancellationToken cancellationToken)
    {
        if (open.Count == 0 && _told.Count == 0)
        {
            return;
        }

        try
        {
            var now = clock.GetCurrentInstant();
            await store.KeepAsync(node.Value, open, now, now + Kept, cancellationToken);
            _told = open;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The other nodes take these inboxes for closed and page on: sooner rather than never.
            LogNotTold(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other nodes could not be told whose inbox is open here: {Reason}")]
    private partial void LogNotTold(string reason);
}
