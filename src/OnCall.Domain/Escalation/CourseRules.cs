using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>Moves that change the course of a page: go on now, pass it to another role, close it.</summary>
public static class CourseRules
{
    /// <summary>Runs the next step now, also while those who have it are being asked what came of it. At the desk, the desk rings.</summary>
    public static Move Escalate(Escalation escalation, string by, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        var turn = new Turn(escalation, situation, now);
        if (!escalation.IsOpen && !escalation.IsOverdue)
        {
            return turn.Answer(NotOpen(escalation, now));
        }

        turn.Record(PageEventKind.Escalated, $"{by} wants it to go on now.");
        if (escalation.IsOverdue)
        {
            ReopenRules.GoOn(turn, $"{by} does not wait for an answer any longer; the page is open again and goes on.");
            return turn.Answer(new Outcome.Done());
        }

        if (escalation.Phase == EscalationPhase.TakenOver)
        {
            TakeOverRules.Resume(turn);
            EscalationRules.ReachDeskIfDue(turn);
        }

        HandoverRules.Apply(turn);
        if (turn.State.Phase == EscalationPhase.Stepping)
        {
            StepRules.RunNext(turn);
        }
        else if (turn.State.AtDesk)
        {
            DeskRules.Ring(turn);
        }
        else
        {
            DeskRules.Reach(turn, $"{by} called the desk.");
        }

        EscalationRules.Settle(turn);
        return turn.Answer(new Outcome.Done());
    }

    /// <summary>
    /// Passes the page to another role, whose policy runs from its first step. Those asked before are told and may no longer answer.
    /// </summary>
    public static Move Reroute(Escalation escalation, RoleId role, EscalationPolicy? policy, string by, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        ArgumentNullException.ThrowIfNull(situation);
        var turn = new Turn(escalation, situation, now);
        if (escalation.Phase is EscalationPhase.Resolved or EscalationPhase.Cancelled)
        {
            return turn.Answer(NotOpen(escalation, now));
        }

        turn.SilenceAll();
        turn.TellSender();
        turn.Record(PageEventKind.Rerouted, $"{by} passed it on to {situation.NameOf(role)}.");
        foreach (var responder in escalation.Responders)
        {
            var staysDeclined = responder.Standing == Standing.Declined && role == escalation.Role;
            turn.Put(responder with { Standing = staysDeclined ? Standing.Declined : Standing.Rerouted });
            if (responder.MayAnswer)
            {
                turn.Tell(responder.Person, NotificationPurpose.HandedOver);
            }
        }

        turn.State = turn.State with
        {
            Phase = EscalationPhase.Stepping,
            Role = role,
            Steps = UrgencyClass.StepsFor(policy, escalation.Urgency),
            StepIndex = -1,
            Run = 0,
            StepDueAt = null,
            DeskDueAt = KeepsDeadline(escalation) ? escalation.DeskDueAt : null,
            DeskRepeatAt = null,
            TakenOverUntil = null,
            TakenOverBy = null,
            WaitLeft = null,
            OutcomeWithin = UrgencyClass.OutcomeWithin(policy, escalation.Urgency),
            OutcomeDueAt = null,
            GoesOnAt = null,
            AtDesk = false,
            AcknowledgementsNeeded = 1,
            Reached = [],
            Visited = [],
            Acknowledgements = [],
        };
        EscalationRules.Begin(turn);
        return turn.Answer(new Outcome.Done());
    }

    /// <summary>
    /// Closes the page with an outcome: whoever has it, at the instant of closing, or a dispatcher. Only a dispatcher closes one that nobody has
    /// acknowledged.
    /// </summary>
    public static Move Resolve(Escalation escalation, Answerer by, string outcome, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        ArgumentNullException.ThrowIfNull(by);
        var turn = new Turn(escalation, situation, now);
        if (escalation.Phase is EscalationPhase.Resolved or EscalationPhase.Cancelled)
        {
            return turn.Answer(NotOpen(escalation, now));
        }

        if (!by.IsDispatcher && (escalation.IsOpen || !ReplyRules.IsAmong(escalation, by)))
        {
            return turn.Answer(escalation.IsOpen ? new Outcome.NotAcknowledged() : ReplyRules.WhoHasIt(escalation));
        }

        turn.Record(PageEventKind.Resolved, $"{by.Name}: {outcome}");
        ClosingRules.Close(turn, EscalationPhase.Resolved, by: null);
        return turn.Answer(new Outcome.Done());
    }

    /// <summary>Withdraws a page that is not needed any more.</summary>
    public static Move Cancel(Escalation escalation, string by, string? reason, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        var turn = new Turn(escalation, situation, now);
        if (escalation.Phase is EscalationPhase.Resolved or EscalationPhase.Cancelled)
        {
            return turn.Answer(NotOpen(escalation, now));
        }

        turn.Record(PageEventKind.Cancelled, reason is { Length: > 0 } ? $"{by} cancelled it: {reason}" : $"{by} cancelled it.");
        ClosingRules.Close(turn, EscalationPhase.Cancelled, by: null);
        return turn.Answer(new Outcome.Done());
    }

    // A page that no desk and no responder has had yet does not get a longer way to the desk by being passed on.
    private static bool KeepsDeadline(Escalation escalation) =>
        escalation is { AtDesk: false, Phase: EscalationPhase.Stepping or EscalationPhase.Standing };

    private static Outcome NotOpen(Escalation escalation, Instant now) => escalation.Phase == EscalationPhase.Acknowledged
        ? ReplyRules.WhoHasIt(escalation)
        : new Outcome.Closed(escalation.Phase, escalation.ClosedAt ?? now);
}
