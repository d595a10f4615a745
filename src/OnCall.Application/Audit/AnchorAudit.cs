using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>
/// Keeps the head of the chain outside the database: after each start, once a day, and at the end. Every node that runs the engine does so by
/// itself, into its own file. Whoever makes the chain anew cannot make those anew that lie elsewhere.
/// </summary>
public sealed partial class AnchorAudit(IAuditSeals seals, IAnchors anchors, AuditRecord record, IClock clock, ILogger<AnchorAudit> logger)
{
    /// <summary>How often an anchor is kept.</summary>
    public static readonly Duration Every = Duration.FromDays(1);

    private static readonly Duration AgainAfter = Duration.FromMinutes(1);

    private Instant? _triedAt;
    private Instant? _keptAt;
    private long _kept;

    /// <summary>Keeps one when it is time to.</summary>
    /// <param name="atTheEnd">It is time whenever the chain has grown.</param>
    /// <returns>Whether one was kept.</returns>
    public async Task<bool> RunAsync(bool atTheEnd, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!atTheEnd && (IsWithin(_keptAt, Every, now) || IsWithin(_triedAt, AgainAfter, now)))
        {
            return false;
        }

        var head = await seals.HeadAsync(cancellationToken);
        if (head.Place == 0 || (atTheEnd && head.Place == _kept))
        {
            return false;
        }

        _triedAt = now;
        try
        {
            await anchors.AppendAsync(new AuditAnchor(head.Place, head.Hash, now, head.Place), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (record.Anchor.Note(succeeded: false, now))
            {
                LogFailed(anchors.Place, failure.Message);
            }

            return false;
        }

        record.Anchor.Note(succeeded: true, now);
        (_keptAt, _kept) = (now, head.Place);
        return true;
    }

    private static bool IsWithin(Instant? last, Duration time, Instant now) => last is { } at && at <= now && now - at < time;

    [LoggerMessage(Level = LogLevel.Error, Message = "The anchor of the audit trail could not be written to {Place}: {Why}. It is tried again each minute; said once, until it changes")]
    private partial void LogFailed(string place, string why);
}
