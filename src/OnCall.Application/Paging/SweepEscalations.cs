using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Telemetry;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Does whatever is due on any open page. Claims in batches; one read of the hospital and one transaction serve a batch.</summary>
public sealed partial class SweepEscalations(
    IPageStore pages, INotificationStore outbox, SituationReader situations, ChangeWriter changes, NodeName node, IClock clock,
    IWorkSignal signal, OnCallMeter meter, SweepSizes sizes, ILogger<SweepEscalations> logger)
{
    private const int MostTries = 5;
    private static readonly Duration Lease = Duration.FromSeconds(10);

    private readonly SweepPace _pace = new(sizes.Batch);

    /// <summary>Runs until nothing is due, and answers how many pages were moved.</summary>
    /// <param name="looked">Told each time when it has been looked what is due: beside a page that another transaction holds that goes on for as long as it is held.</param>
    public async Task<int> RunAsync(CancellationToken cancellationToken, Action? looked = null)
    {
        var moved = 0;
        var met = new HashSet<PageId>();
        var advancing = new Queue<Task<int>>();
        var held = new HeldParts();
        try
        {
            while (true)
            {
                var (now, most) = (clock.GetCurrentInstant(), _pace.Most);
                var until = now + Lease;
                var claimed = await pages.ClaimDueAsync(node.Value, now, until, most, cancellationToken);
                looked?.Invoke();

                // What is due again in the same run waits for the next one, so that a page that never settles cannot keep the sweep for itself.
                var before = met.Count;
                met.UnionWith(claimed);
                var isLast = met.Count == before;
                foreach (var some in claimed.GroupBy(held.IsDivided))
                {
                    advancing.Enqueue(AdvanceBesideAsync(new Part([.. some], until, IsDivided: some.Key, PastEnd: true), held, cancellationToken));
                }

                // After a full batch there is more: it is read and decided while this one is written.
                var beside = isLast || claimed.Count < most ? 0 : sizes.Together - 1;
                while (advancing.Count > beside)
                {
                    moved += await advancing.Dequeue();
                }

                // What another transaction holds is waited for in turns with what is due beside it.
                if (!held.IsEmpty)
                {
                    moved += await AdvanceHeldAsync(held, cancellationToken);
                }
                else if (isLast)
                {
                    return moved;
                }
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(advancing)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task<int> AdvanceBesideAsync(Part claimed, HeldParts held, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var moved = await AdvanceAsync(claimed, held, cancellationToken);
        if (moved == claimed.Pages.Count)
        {
            _pace.InTime(moved);
        }

        return moved;
    }

    // What somebody else, or a new roster, changed under way is decided anew at once.
    private async Task<PageWrite> AdvanceOnceAsync(IReadOnlyList<PageId> claimed, bool wasLate, CancellationToken cancellationToken)
    {
        var escalations = await pages.EscalationsAsync(claimed, cancellationToken);
        var failed = (await outbox.FailedPeopleAsync(claimed, cancellationToken)).ToLookup(f => f.Page, f => f.Person);
        var needs = SituationNeeds.Of(escalations);
        var now = clock.GetCurrentInstant();
        var hospital = await situations.ReadAloneAsync(needs, now, cancellationToken);
        var due = new List<PageChange>();
        foreach (var escalation in escalations)
        {
            var decision = Decide(escalation, failed[escalation.Page], hospital.Situation, now);
            due.Add(changes.Write(decision.Escalation, decision.Effects, hospital, now) with { FailuresSeen = true, Before = escalation, WasLate = wasLate });
        }

        var written = await pages.SaveAsync(due, cancellationToken);
        var lost = written.Lost.ToHashSet();
        var done = due.FindAll(c => !lost.Contains(c.Next.Page));
        done.ForEach(meter.Written);
        if (done.Count > 0)
        {
            signal.PagesChanged(done.ConvertAll(c => c.Next.Page));
        }

        return written;
    }

    // Whoever cannot be reached any more first: then the step may be spent, and is not waited out.
    private static Decision Decide(Escalation escalation, IEnumerable<PersonId> failed, Situation situation, Instant now)
    {
        var effects = new List<Effect>();
        foreach (var person in failed)
        {
            var moved = EscalationRules.ChannelsFailed(escalation, person, situation, now);
            escalation = moved.Escalation;
            effects.AddRange(moved.Effects);
        }

        var decision = EscalationRules.Advance(escalation, situation, now);
        return decision with { Effects = [.. effects, .. decision.Effects] };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} pages could not be advanced together: another transaction held one of them, or what it needs, for a second; in halves now")]
    private partial void LogBlocked(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} pages could not be advanced: another transaction held one of them, or what it needs; they are tried again when their claims end")]
    private partial void LogHeld(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} pages were not advanced: up to {Tries} decisions were overtaken, or the database did not take them in time; they are tried again when their claims end")]
    private partial void LogLeft(int count, int tries);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} pages could not be advanced, since the database is away; they are tried again when their claims end")]
    private partial void LogStoreAway(int count, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Count} pages could not be advanced together; in halves now")]
    private partial void LogBatchFailed(int count, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Page {Page} could not be advanced; it is tried again when its claim ends")]
    private partial void LogPageFailed(PageId page, Exception error);
}
