using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>
/// Purges once a day what the rules no longer keep, in small transactions with pauses, on whichever node claims the day first. It waits while a page
/// or a message is overdue, and gives up for the day where that lasts.
/// </summary>
public sealed partial class RunRetention(
    IRetentionItems items, IRetentionRuns runs, IOverdueReads overdue, RetentionPace pace, NodeName node, HouseZone house, IIdSource ids, IClock clock,
    TimeProvider time, ILogger<RunRetention> logger)
{
    private static readonly Duration Late = Duration.FromSeconds(2);

    /// <summary>Runs if the day's run is due and nobody has it.</summary>
    /// <returns>The run's id, or null when there was nothing to run.</returns>
    public async Task<RetentionRunId?> RunAsync(CancellationToken stopping)
    {
        var now = clock.GetCurrentInstant();
        var local = now.InZone(house.Zone).LocalDateTime;
        var run = new RetentionRunId(ids.NewId());
        if (local.Hour < pace.Hour || !await runs.StartAsync(run, node.Value, local.Date, now, stopping))
        {
            return null;
        }

        var held = new Dictionary<(HoldId Hold, RetentionClass Class, KeptKind Kind), int>();
        var outcome = RunOutcome.Failed;
        try
        {
            outcome = await PurgeAsync(run, now, held, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            outcome = RunOutcome.GaveWay;
        }
        catch (Exception error)
        {
            LogFailed(run, error);
        }

        // A stop must not leave the run without an end.
        await EndAsync(run, outcome, [.. held.Select(h => new HeldCount(h.Key.Hold, h.Key.Class, h.Key.Kind, h.Value))], CancellationToken.None);
        return run;
    }

    private async Task<RunOutcome> PurgeAsync(
        RetentionRunId run, Instant started, Dictionary<(HoldId Hold, RetentionClass Class, KeptKind Kind), int> held, CancellationToken stopping)
    {
        foreach (var what in Enum.GetValues<RetentionClass>())
        {
            foreach (var kind in RetentionLimits.KindsOf(what))
            {
                if (await PurgeAsync(run, started, what, kind, held, stopping) is var outcome && outcome != RunOutcome.Done)
                {
                    return outcome;
                }
            }
        }

        return RunOutcome.Done;
    }

    private async Task<RunOutcome> PurgeAsync(
        RetentionRunId run, Instant started, RetentionClass what, KeptKind kind, Dictionary<(HoldId Hold, RetentionClass Class, KeptKind Kind), int> held,
        CancellationToken stopping)
    {
        KeptPlace? place = null;
        do
        {
            var now = clock.GetCurrentInstant();
            var book = await items.BookAsync(stopping);
            if (book.LatestEnd(what, now) is not { } before)
            {
                return RunOutcome.Done;
            }

            var part = await items.FindAsync(what, kind, before, place, pace.Look, stopping);
            var verdicts = part.Items.Select(i => (Item: i, Verdict: book.Decide(what, i, now))).ToList();
            foreach (var hold in verdicts.Select(v => v.Verdict.Hold).OfType<HoldId>())
            {
                held[(hold, what, kind)] = held.GetValueOrDefault((hold, what, kind)) + 1;
            }

            foreach (var batch in verdicts.Where(v => v.Verdict.Fate == RetentionFate.Goes).Select(v => v.Item.Id).Chunk(pace.Batch))
            {
                if (await PurgeBatchAsync(run, started, what, kind, batch, stopping) is { } end)
                {
                    return end;
                }
            }

            place = part.Last;
        }
        while (place is not null);
        return RunOutcome.Done;
    }

    private async Task<RunOutcome?> PurgeBatchAsync(RetentionRunId run, Instant started, RetentionClass what, KeptKind kind, KeptId[] batch, CancellationToken stopping)
    {
        for (var waited = 0; await IsBusyAsync(stopping); waited++)
        {
            if (waited == pace.Patience)
            {
                return RunOutcome.GaveWay;
            }

            await Task.Delay(pace.Pause, time, stopping);
        }

        var now = clock.GetCurrentInstant();
        if (now - started > pace.Longest)
        {
            return RunOutcome.TimeOver;
        }

        if (await items.PurgeAsync(new PurgeBatch(run, what, kind, batch, now), stopping) is null)
        {
            return RunOutcome.Taken;
        }

        await Task.Delay(pace.Pause, time, stopping);
        return null;
    }

    // What has just become due is on its way. What has been for longer is behind, and purging would add to it.
    private async Task<bool> IsBusyAsync(CancellationToken stopping)
    {
        var now = clock.GetCurrentInstant();
        return (await overdue.OldestAsync(now, stopping)).Any(w => w.DueAt <= now - Late);
    }

    private async Task EndAsync(RetentionRunId run, RunOutcome outcome, IReadOnlyCollection<HeldCount> held, CancellationToken cancellationToken)
    {
        await items.SweepAsync(clock.GetCurrentInstant(), cancellationToken);
        var lines = await runs.LinesAsync(run, cancellationToken);
        var detail = new
        {
            outcome,
            purged = lines.GroupBy(l => l.Kind).ToDictionary(g => Written.Of(g.Key), g => g.Sum(l => l.Purged)),
            held = held.Sum(h => h.Held),
        };
        var now = clock.GetCurrentInstant();
        await runs.EndAsync(run, outcome, held, now, DirectoryAudit.Entry(now, Caller.System, "retention.run", $"retention-run:{run}", detail), cancellationToken);
        LogEnded(run, outcome, lines.Sum(l => l.Purged), held.Sum(h => h.Held));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Retention run {Run} failed; the next goes on")]
    private partial void LogFailed(RetentionRunId run, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention run {Run} ended ({Outcome}): {Purged} purged, {Held} held")]
    private partial void LogEnded(RetentionRunId run, RunOutcome outcome, int purged, int held);
}
