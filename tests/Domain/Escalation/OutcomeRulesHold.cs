using NodaTime;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>What must hold of the time in which an acknowledged page wants an outcome. Answers what is broken, or null.</summary>
internal static class OutcomeRulesHold
{
    public static string? Check(
        Domain.Escalation.Escalation before, Domain.Escalation.Escalation after, IReadOnlyList<(Instant At, Effect Effect)> happened) =>
        after is { Phase: EscalationPhase.Acknowledged, OutcomeWithin: not null, DueAt: null } ? "An outcome is wanted in time, and nothing is due."
        : after is { OutcomeWithin: null, DueAt: not null, IsOpen: false } ? "No outcome is wanted in time, and something is due."
        : after.Phase != EscalationPhase.Acknowledged && (after.OutcomeDueAt is not null || after.GoesOnAt is not null) ? "Nobody has it, and an outcome is due."
        : after is { OutcomeDueAt: not null, GoesOnAt: not null } ? "Those who have it were asked, and the outcome is still to come due."
        : after is { Urgency: Urgency.Routine, OutcomeWithin: not null } ? "A routine page wants an outcome in time."
        : Opened(before, after) && !Said(happened, PageEventKind.Reopened, PageEventKind.Rerouted) ? "It is open again, and the trail does not say so."
        : after.IsOverdue && !before.IsOverdue && !Said(happened, PageEventKind.AcknowledgementTimedOut) ? "Those who have it were asked, and the trail does not say so."
        : after.Acknowledgements.Count > 0 && after.Acknowledgements.Select(a => a.Person).Distinct().Count() < after.Acknowledgements.Count ? "Somebody has it twice."
        : null;

    private static bool Opened(Domain.Escalation.Escalation before, Domain.Escalation.Escalation after) => !before.IsOpen && after.IsOpen;

    private static bool Said(IReadOnlyList<(Instant At, Effect Effect)> happened, params PageEventKind[] kinds) =>
        happened.Any(h => h.Effect is Effect.Record record && kinds.Contains(record.Kind));
}
