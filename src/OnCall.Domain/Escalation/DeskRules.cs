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

        Rearm(turn);
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
        Rearm(turn);
    }

    /// <summary>Tells the desk something that it should know of this page, without asking it to take it.</summary>
    public static void Tell(Turn turn)
    {
        foreach (var person in turn.Situation.Desk)
        {
            turn.Tell(person, NotificationPurpose.Notice);
        }
    }

    private static void AskDesk(Turn turn)
    {
        foreach (var person in turn.Situation.Desk)
        {
            var already = turn.Find(person);
            turn.Ask(person, already?.Post, already?.Step ?? Responder.DeskStep, $"{turn.Situation.NameOf(person)}, at the desk");
        }
    }

    /// <summary>A page at the desk always has a next ring, unless somebody has it in hand.</summary>
    public static void Rearm(Turn turn) =>
        turn.State = turn.State with { DeskRepeatAt = UrgencyClass.DeskRepeat(turn.State.Urgency) is { } wait ? turn.Now + wait : null };
}
