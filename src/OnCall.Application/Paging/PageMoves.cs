using NodaTime;
using OnCall.Application.Telemetry;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>
/// The one way in which a human changes a page: load, rule, guarded update. Where the race was lost everything is read
/// again and the rule decides anew, so that the loser learns who won.
/// </summary>
public sealed class PageMoves(
    IPageStore pages, SituationReader situations, ChangeWriter changes, PageReader reader, IClock clock, IWorkSignal signal, OnCallMeter meter)
{
    // A whole team may answer at one moment, and each try lets one of them through.
    private const int MostMoved = 24;

    // What is late is bounded by time.
    private const int MostLate = int.MaxValue;

    // Whoever waits has given up by then, or has pressed again.
    private static readonly Duration Longest = Duration.FromSeconds(15);

    /// <summary>A rule applied to what was read.</summary>
    public delegate Move Rule(Escalation escalation, Situation situation, Instant now);

    /// <summary>Loads a page for a permission check; null when there is none.</summary>
    public async Task<PageRecord?> FindAsync(PageId page, CancellationToken cancellationToken) =>
        (await pages.LoadAsync([page], cancellationToken)).FirstOrDefault();

    /// <summary>Makes a move and answers the page as it is then.</summary>
    public async Task<Answer<PageView>> RunAsync(
        Caller caller, PageId page, string action, Rule rule, CancellationToken cancellationToken, SituationNeeds? also = null)
    {
        var made = await MakeAsync(caller.Key, page, action, rule, cancellationToken, also);
        return made is null ? PageProblems.Busy
            : PageProblems.Of(made.Value.Outcome, made.Value.Situation) is { } refusal ? refusal
            : await reader.ViewAsync(page, cancellationToken);
    }

    /// <summary>Makes a move and answers its outcome; null when others kept changing the page.</summary>
    /// <exception cref="StoreSlowException">It could not be written within 15 s, and was not.</exception>
    /// <exception cref="PageNotKnownException">Nor this time, but what held the page may be the same move, made before.</exception>
    public async Task<(Outcome Outcome, Situation Situation)?> MakeAsync(
        string actor, PageId page, string action, Rule rule, CancellationToken cancellationToken, SituationNeeds? also = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var tries = new Tries(MostMoved, MostLate);
        try
        {
            return await MakeAsync(actor, page, action, rule, tries, also, cancellationToken);
        }
        catch (Exception error) when (tries.Blocked > 0 && error is IStoreAway { MayBeWritten: false })
        {
            throw PageNotKnownException.Of(error);
        }
    }

    private async Task<(Outcome Outcome, Situation Situation)?> MakeAsync(
        string actor, PageId page, string action, Rule rule, Tries tries, SituationNeeds? also, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        while (tries.End is null)
        {
            var record = (await pages.LoadAsync([page], cancellationToken))[0];
            var escalation = record.Escalation;
            var now = clock.GetCurrentInstant();
            var needs = SituationNeeds.Of(escalation);
            var hospital = await situations.ReadAsync(also is null ? needs : needs.And(also), now, cancellationToken);
            var move = rule(escalation, hospital.Situation, now);
            if (move.Effects.Count == 0 && ReferenceEquals(move.Escalation, escalation))
            {
                return (move.Outcome, hospital.Situation);
            }

            var detail = AuditDetail.Of(("outcome", KebabCase.Of(move.Outcome.GetType().Name)));
            var audit = new AuditEntry(now, actor, action, $"page:{page}", detail);
            var change = changes.Write(move.Escalation, move.Effects, hospital, now, audit);
            if (ReferenceEquals(move.Escalation, escalation) && move.Effects.All(e => e is Effect.Record))
            {
                // Only the trail hears of a refusal. Unguarded, so that those who lost a race do not make each other lose again.
                await pages.AppendAsync(change.Events, audit, cancellationToken);
                signal.PageChanged(page);
                return (move.Outcome, hospital.Situation);
            }

            var written = await pages.SaveAsync([change with { WasLate = tries.WasLate }], cancellationToken);
            if (written.Lost.Count == 0)
            {
                meter.Written(change);
                signal.PageChanged(page);
                if (move.Escalation.Phase == EscalationPhase.Acknowledged && escalation.Phase != EscalationPhase.Acknowledged && escalation.Role != SelfTest.Role)
                {
                    meter.Acknowledged(record.Page.Urgency, now - record.Page.SentAt);
                }

                return (move.Outcome, hospital.Situation);
            }

            tries.Add(written.Why ?? NotWritten.Moved);
            if (tries.End is NotWritten.Failed or NotWritten.Blocked || (written.IsLate && clock.GetCurrentInstant() - asked > Longest))
            {
                throw new StoreSlowException();
            }
        }

        return null;
    }
}
