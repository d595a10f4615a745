using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>The course of a page, as a function of its state, the hospital as it is now, and the time.</summary>
public static class EscalationRules
{
    /// <summary>Accepts a page and runs its first step.</summary>
    public static Decision Start(PageId page, Urgency urgency, RoleId role, PersonId? sender, EscalationPolicy? policy, Situation situation, Instant now)
    {
        var state = new Escalation
        {
            Page = page,
            Urgency = urgency,
            Role = role,
            Sender = sender,
            Phase = EscalationPhase.Stepping,
            Steps = UrgencyClass.StepsFor(policy, urgency),
            OutcomeWithin = UrgencyClass.OutcomeWithin(policy, urgency),
        };
        var turn = new Turn(state, situation, now);
        Begin(turn);
        return turn.Decide();
    }

    /// <summary>Does whatever is due: handovers, steps, repeats, the desk. Nothing is due twice at one instant.</summary>
    public static Decision Advance(Escalation escalation, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        var turn = new Turn(escalation, situation, now);
        OutcomeRules.AskIfDue(turn);
        if (!turn.State.IsOpen)
        {
            return turn.Decide();
        }

        TakeOverRules.EndIfDue(turn);
        HandoverRules.Apply(turn);
        ReachDeskIfDue(turn);

        if (turn.State.Phase == EscalationPhase.Stepping && IsDue(turn.State.StepDueAt, now))
        {
            StepRules.RunDue(turn);
        }

        GoOnIfSpent(turn);
        RepeatIfDue(turn);
        if (turn.State.Phase != EscalationPhase.TakenOver && IsDue(turn.State.DeskRepeatAt, now))
        {
            DeskRules.Ring(turn);
        }

        Settle(turn);
        return turn.Decide();
    }

    /// <summary>Every channel of a person has reported a failure: they are not waited for any longer.</summary>
    public static Decision ChannelsFailed(Escalation escalation, PersonId person, Situation situation, Instant now)
    {
        var turn = new Turn(escalation, situation, now);
        if (escalation.IsOpen && turn.Find(person) is { Standing: Standing.Notified, Failed: false } responder)
        {
            turn.Put(responder with { Failed = true });
            turn.Record(PageEventKind.Unreachable, "Every channel has failed; not waited for.", person);
            turn.TellSender();
            GoOnIfSpent(turn);
            Settle(turn);
        }

        OutcomeRules.OwnerFailed(turn, person);
        return turn.Decide();
    }

    /// <summary>Starts the steps of the role that the page has now.</summary>
    internal static void Begin(Turn turn)
    {
        turn.State = turn.State with
        {
            DeskDueAt = turn.State.DeskDueAt ?? (UrgencyClass.DeskDeadline(turn.State.Urgency) is { } deadline ? turn.Now + deadline : null),
            RepeatAt = UrgencyClass.Repeat(turn.State.Urgency) is { } repeat ? turn.Now + repeat : null,
        };
        if (turn.State.Urgency == Urgency.Routine)
        {
            RoutineRules.Stand(turn);
        }
        else
        {
            StepRules.RunNext(turn);
        }

        Settle(turn);
    }

    /// <summary>Arms what must never be left unarmed: the next handover, and the next ring of a page that stands at the desk.</summary>
    internal static void Settle(Turn turn)
    {
        HandoverRules.Arm(turn);
        if (turn.State is { IsOpen: true, AtDesk: true, DeskRepeatAt: null } and not { Phase: EscalationPhase.TakenOver })
        {
            DeskRules.Rearm(turn, turn.Now);
        }
    }

    internal static void ReachDeskIfDue(Turn turn)
    {
        if (turn.State.Phase != EscalationPhase.TakenOver && IsDue(turn.State.DeskDueAt, turn.Now))
        {
            DeskRules.Reach(turn, turn.State.Urgency == Urgency.Routine ? "Nobody has answered for 4 hours." : "A code is at the desk after 60 s at the latest.");
        }
    }

    internal static void GoOnIfSpent(Turn turn)
    {
        RoutineRules.StandAtDeskIfNobody(turn);

        // Bounded: every turn of the loop uses up a step.
        while (StepRules.IsSpent(turn))
        {
            turn.Record(PageEventKind.Escalated, "Nobody of this step can be expected to answer; the next one starts at once.");
            StepRules.RunNext(turn);
        }
    }

    internal static bool IsDue(Instant? at, Instant now) => at is { } due && due <= now;

    private static void RepeatIfDue(Turn turn)
    {
        if (turn.State.RepeatAt is not { } due || due > turn.Now)
        {
            return;
        }

        var waiting = turn.Responders.Where(r => r.Standing == Standing.Notified && r.Step != Responder.DeskStep && r.Since < turn.Now).ToList();
        var asked = waiting.Aggregate(false, (any, responder) => turn.Repeat(responder) || any);
        foreach (var post in turn.State.Reached.Where(p => p.Tier == 1 && turn.Situation.HasDevice(p.Role)))
        {
            turn.AskDevice(post.Role, NotificationPurpose.Repeat, turn.State.StepIndex);
            asked = true;
        }

        if (asked)
        {
            turn.Record(PageEventKind.Repeated, "Everybody who was asked is asked again.");
        }

        turn.State = turn.State with { RepeatAt = UrgencyClass.Repeat(turn.State.Urgency) is { } wait ? NextAfter(due, wait, turn.Now) : null };
    }

    /// <summary>The next beat of a rhythm: true to its own beats, unless one was missed.</summary>
    internal static Instant NextAfter(Instant last, Duration wait, Instant now) => last + wait > now ? last + wait : now + wait;
}
