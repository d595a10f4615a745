using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>A dispatcher takes the page in hand for a short while. It is a pause, never an end.</summary>
public static class TakeOverRules
{
    /// <summary>Pauses the steps and the desk's ringing. Taking over again starts the while anew.</summary>
    public static Move TakeOver(Escalation escalation, string dispatcher, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        var turn = new Turn(escalation, situation, now);
        switch (escalation.Phase)
        {
            case EscalationPhase.Resolved:
            case EscalationPhase.Cancelled:
                return turn.Answer(new Outcome.Closed(escalation.Phase, escalation.ClosedAt ?? now));
            case EscalationPhase.Acknowledged:
                return turn.Answer(ReplyRules.WhoHasIt(escalation));
            case EscalationPhase.Stepping:
            case EscalationPhase.AtDesk:
            case EscalationPhase.TakenOver:
            case EscalationPhase.Standing:
            default:
                break;
        }

        var until = now + UrgencyClass.TakeOver(escalation.Urgency);
        var waitLeft = escalation.Phase == EscalationPhase.TakenOver
            ? escalation.WaitLeft
            : escalation.StepDueAt is { } due ? Duration.Max(due - now, Duration.Zero) : null;
        turn.State = escalation with
        {
            Phase = EscalationPhase.TakenOver,
            TakenOverBy = dispatcher,
            TakenOverUntil = until,
            WaitLeft = waitLeft,
            StepDueAt = null,
            DeskRepeatAt = null,
        };
        turn.Record(PageEventKind.TakenOver, $"{dispatcher} has it in hand until {UtcText.Second(until)}.");
        HandoverRules.Apply(turn);
        HandoverRules.Arm(turn);
        return turn.Answer(new Outcome.Done());
    }

    /// <summary>Nobody acknowledged while it was in hand: the desk rings and the steps go on.</summary>
    internal static void EndIfDue(Turn turn)
    {
        var state = turn.State;
        if (state.Phase != EscalationPhase.TakenOver || !EscalationRules.IsDue(state.TakenOverUntil, turn.Now))
        {
            return;
        }

        turn.Record(PageEventKind.TakeOverEnded, $"{state.TakenOverBy} had it in hand, but nobody has acknowledged.");
        Resume(turn);
        if (turn.State.AtDesk && turn.State.Urgency != Urgency.Routine)
        {
            DeskRules.Ring(turn);
        }
        else
        {
            DeskRules.Reach(turn, "A take-over ended without an acknowledgement.");
        }
    }

    /// <summary>Goes on where the take-over paused it.</summary>
    internal static void Resume(Turn turn)
    {
        var state = turn.State;
        turn.State = state with
        {
            Phase = PhaseAfter(state),
            StepDueAt = state.WaitLeft is { } left ? turn.Now + left : null,
            TakenOverUntil = null,
            TakenOverBy = null,
            WaitLeft = null,
        };
    }

    private static EscalationPhase PhaseAfter(Escalation state) =>
        state.Urgency == Urgency.Routine ? EscalationPhase.Standing
        : state.WaitLeft is null ? EscalationPhase.AtDesk
        : EscalationPhase.Stepping;
}
