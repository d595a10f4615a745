using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Domain.Escalation;

/// <summary>How a page comes to rest: taken, resolved or cancelled.</summary>
internal static class ClosingRules
{
    /// <summary>Stops everything that asks, and tells everyone who was asked; those who know already that another has it are left in peace.</summary>
    public static void Close(Turn turn, EscalationPhase phase, PersonId? by)
    {
        var wasOpen = turn.State.IsOpen;
        turn.State = turn.State with
        {
            Phase = phase,
            StepDueAt = null,
            DeskDueAt = null,
            DeskRepeatAt = null,
            RepeatAt = null,
            HandoverAt = null,
            TakenOverUntil = null,
            TakenOverBy = null,
            WaitLeft = null,
            OutcomeDueAt = phase == EscalationPhase.Acknowledged ? turn.Now + turn.State.OutcomeWithin : null,
            GoesOnAt = null,
            ClosedAt = phase == EscalationPhase.Acknowledged ? null : turn.Now,
        };
        turn.SilenceAll();
        var told = turn.Responders
            .Where(r => r.Person != by && turn.Situation.MayPage(r.Person))
            .Where(r => wasOpen ? r.Standing != Standing.Rerouted : r.Standing == Standing.Acknowledged)
            .Select(r => r.Person).ToList();
        foreach (var person in told)
        {
            turn.Tell(person, NotificationPurpose.Taken);
        }

        if (turn.State.Sender is { } sender && sender != by && !told.Contains(sender))
        {
            turn.TellSender();
        }
    }
}
