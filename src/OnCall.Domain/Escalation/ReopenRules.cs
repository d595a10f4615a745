using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>An acknowledged page that nobody has any more: it wants a human again, and goes on from the step at which it was taken.</summary>
internal static class ReopenRules
{
    /// <summary>Those who have it stay silent, or a human will not wait for them: the next step starts.</summary>
    public static void GoOn(Turn turn, string because)
    {
        var silent = OutcomeRules.Owners(turn);
        foreach (var owner in silent)
        {
            if (HandoverRules.IsThere(turn, owner))
            {
                turn.Put(owner with { Standing = Standing.Notified });
            }
            else
            {
                HandoverRules.Release(turn, owner);
            }
        }

        turn.State = turn.State with { Acknowledgements = [] };
        Open(turn, because, silent);
        if (turn.State.Phase == EscalationPhase.Stepping)
        {
            StepRules.RunNext(turn);
        }

        EscalationRules.GoOnIfSpent(turn);
        EscalationRules.Settle(turn);
    }

    /// <summary>
    /// Where somebody who has it is no longer there, the incoming people are asked instead, and have the step's whole time.
    /// Answers false when all are still there.
    /// </summary>
    public static bool HandOver(Turn turn)
    {
        var gone = OutcomeRules.Owners(turn).Where(o => !HandoverRules.IsThere(turn, o)).ToList();
        foreach (var owner in gone)
        {
            HandoverRules.Release(turn, owner);
        }

        if (gone.Count == 0)
        {
            return false;
        }

        turn.State = turn.State with { Acknowledgements = [.. turn.State.Acknowledgements.Where(a => !gone.Exists(o => o.Person == a.Person))] };
        Open(turn, $"{string.Join(", ", gone.Select(o => turn.Situation.NameOf(o.Person)))} had it and is no longer there; the page is open again.", []);
        EscalationRules.GoOnIfSpent(turn);
        EscalationRules.Settle(turn);
        return true;
    }

    /// <summary>One who had it has passed it on: where too few are left who have it, everybody else of its step is asked again.</summary>
    public static void OpenIfTooFew(Turn turn, string because)
    {
        if (turn.State.Phase == EscalationPhase.Acknowledged && ReplyRules.PeopleWhoHaveIt(turn.State) < turn.State.AcknowledgementsNeeded)
        {
            Open(turn, because, []);
        }
    }

    private static void Open(Turn turn, string because, IReadOnlyList<Responder> askedAlready)
    {
        var state = turn.State;
        var phase = PhaseOf(state);
        turn.State = state with
        {
            Phase = phase,
            StepDueAt = phase == EscalationPhase.Stepping ? turn.Now + StepRules.WaitOf(state.Steps[state.StepIndex]) : null,
            DeskDueAt = state.AtDesk ? null : turn.Now + UrgencyClass.DeskDeadline(state.Urgency),
            RepeatAt = turn.Now + UrgencyClass.Repeat(state.Urgency),
            OutcomeDueAt = null,
            GoesOnAt = null,
        };
        turn.Record(PageEventKind.Reopened, because);
        turn.TellSender();
        HandoverRules.Apply(turn, tellThoseLeaving: false);
        AskAgain(turn, askedAlready);
        if (turn.State.AtDesk)
        {
            DeskRules.Ring(turn);
        }
        else if (turn.State.Phase == EscalationPhase.AtDesk)
        {
            DeskRules.Reach(turn, "No step is left.");
        }
    }

    // The phase in which it was taken, without a take-over: that has ended.
    private static EscalationPhase PhaseOf(Escalation state) =>
        state.Urgency == Urgency.Routine ? EscalationPhase.Standing
        : state.StepIndex < state.Steps.Count - 1 || (state.StepIndex < state.Steps.Count && !state.Steps[^1].IsDeskOnly) ? EscalationPhase.Stepping
        : EscalationPhase.AtDesk;

    // They know it as taken: whoever could still take it learns that it is not.
    private static void AskAgain(Turn turn, IReadOnlyList<Responder> askedAlready)
    {
        var waiting = turn.Responders.Where(r => r.Standing == Standing.Notified && r.Step != Responder.DeskStep).ToList();
        foreach (var responder in waiting.Where(r => askedAlready.All(a => a.Person != r.Person)))
        {
            turn.Repeat(responder);
        }

        foreach (var post in turn.State.Reached.Where(p => p.Tier == 1 && turn.Situation.HasDevice(p.Role)))
        {
            turn.AskDevice(post.Role, NotificationPurpose.Repeat, turn.State.StepIndex);
        }
    }
}
