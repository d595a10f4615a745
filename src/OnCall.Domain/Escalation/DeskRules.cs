using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>The dispatcher desk: the last stop, which never lets go of a page by itself.</summary>
internal static class DeskRules
{
    /// <summary>Puts the page on the desk's board and rings there. A routine page stands there silently.</summary>
    public static void Reach(Turn turn, string because)
    {
        if (turn.State.AtDesk)
        {
            return;
        }

        var quiet = turn.State.Urgency == Urgency.Routine;
        turn.State = turn.State with { AtDesk = true, DeskDueAt = null };
        turn.Record(PageEventKind.DeskReached, because);
        turn.TellSender();
        if (!quiet)
        {
            AskDesk(turn);
        }

        Rearm(turn, turn.Now);
    }

    /// <summary>Rings again, at whoever is at the desk now. A routine page never rings.</summary>
    public static void Ring(Turn turn)
    {
        if (turn.State.Urgency == Urgency.Routine)
        {
            return;
        }

        turn.Record(PageEventKind.DeskRang, "Nobody has it yet; the desk rings again.");
        AskDesk(turn);
        Rearm(turn, turn.State.DeskRepeatAt is { } due && due <= turn.Now ? due : turn.Now);
    }

    /// <summary>Tells the desk something that it should know of this page, without asking it to take it.</summary>
    public static void Tell(Turn turn)
    {
        foreach (var person in turn.Situation.Desk)
        {
            turn.Tell(person, NotificationPurpose.Notice);
        }
    }

    /// <summary>Asks one person as the desk; somebody whom a step has asked keeps that step.</summary>
    public static bool AskOne(Turn turn, PersonId person) => turn.Find(person) is { Standing: Standing.Notified } already
        ? turn.Repeat(already)
        : turn.Ask(person, null, Responder.DeskStep, AtDesk(turn, person));

    /// <summary>A page at the desk always has a next ring, unless somebody has it in hand.</summary>
    public static void Rearm(Turn turn, Instant last) =>
        turn.State = turn.State with
        {
            DeskRepeatAt = UrgencyClass.DeskRepeat(turn.State.Urgency) is { } wait ? EscalationRules.NextAfter(last, wait, turn.Now) : null,
        };

    private static void AskDesk(Turn turn)
    {
        foreach (var person in turn.Situation.Desk)
        {
            AskOne(turn, person);
        }

        if (turn.Situation.Desk.Any(p => turn.Find(p) is { MayAnswer: true } && turn.Situation.MayPage(p)))
        {
            return;
        }

        // The last stop cannot pass it on: when everyone there has, they are asked again.
        var active = turn.Situation.Desk.Where(turn.Situation.MayPage).ToList();
        foreach (var person in active)
        {
            turn.AskAnyway(person, null, Responder.DeskStep, AtDesk(turn, person));
        }

        if (active.Count == 0)
        {
            turn.Record(PageEventKind.Unreachable, "Nobody is at the desk, and there is no dispatcher or administrator to ask.");
        }
    }

    private static string AtDesk(Turn turn, PersonId person) => $"{turn.Situation.NameOf(person)}, at the desk";
}
