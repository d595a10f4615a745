using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>Somebody says that it is not theirs to take, or not any longer.</summary>
internal static class PassOnRules
{
    public static Move Decline(Turn turn, Answerer by, string? reply)
    {
        if (turn.State.Phase is EscalationPhase.Resolved or EscalationPhase.Cancelled)
        {
            return ReplyRules.TooLate(turn, by, PassedItOn, new Outcome.Closed(turn.State.Phase, turn.State.ClosedAt ?? turn.Now));
        }

        if (ReplyRules.IsAmong(turn.State, by))
        {
            return GiveBack(turn, by, reply);
        }

        return turn.State.Phase == EscalationPhase.Acknowledged
            ? ReplyRules.TooLate(turn, by, PassedItOn, ReplyRules.WhoHasIt(turn.State))
            : PassOn(turn, by, reply);
    }

    private const string PassedItOn = "passed it on";

    private static Move PassOn(Turn turn, Answerer by, string? reply)
    {
        if (by.Person is not { } person || turn.Find(person) is not { } responder)
        {
            turn.Record(PageEventKind.Refused, $"{by.Name} wants to pass it on, but this page does not ask them.", by.Person);
            return turn.Answer(new Outcome.NotAResponder());
        }

        switch (responder.Standing)
        {
            case Standing.Declined:
                return turn.Answer(new Outcome.AlreadyYours());
            case Standing.ShiftEnded:
            case Standing.Rerouted:
                turn.Record(PageEventKind.Reply, $"{by.Name} passed it on after it was handed over.", person);
                return turn.Answer(new Outcome.HandedOver(ReplyRules.AskedNow(turn)));
            case Standing.Notified:
            case Standing.Acknowledged:
            default:
                return Done(turn, by, reply);
        }
    }

    // Taken and then not: alone it opens the page, in a team it may leave enough who have it.
    private static Move GiveBack(Turn turn, Answerer by, string? reply)
    {
        turn.State = turn.State with { Acknowledgements = [.. turn.State.Acknowledgements.Where(a => a.Person != by.Person)] };
        return Done(turn, by, reply);
    }

    private static Move Done(Turn turn, Answerer by, string? reply)
    {
        if (by.Person is { } person && turn.Find(person) is { } responder)
        {
            turn.Put(responder with { Standing = Standing.Declined });
            turn.Silence(person);
        }

        turn.Record(PageEventKind.Declined, reply is { Length: > 0 } ? $"{by.Name} passed it on: {reply}" : $"{by.Name} passed it on.", by.Person);
        ReopenRules.OpenIfTooFew(turn, $"{by.Name} had it and passed it on; the page is open again.");
        if (turn.State.IsOpen)
        {
            HandoverRules.Apply(turn);
        }

        EscalationRules.GoOnIfSpent(turn);
        EscalationRules.Settle(turn);
        return turn.Answer(new Outcome.Done());
    }
}
