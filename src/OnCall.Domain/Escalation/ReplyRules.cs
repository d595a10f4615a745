using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>What responders answer.</summary>
public static class ReplyRules
{
    /// <summary>
    /// A responder takes the page. A reply of somebody whom the page did not ask changes nothing, and the escalation goes on.
    /// </summary>
    public static Move Acknowledge(Escalation escalation, Answerer by, string? reply, string? readBack, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        ArgumentNullException.ThrowIfNull(by);
        var turn = new Turn(escalation, situation, now);
        return escalation.Phase switch
        {
            EscalationPhase.Stepping or EscalationPhase.AtDesk or EscalationPhase.TakenOver or EscalationPhase.Standing => Take(turn, by, reply, readBack),
            EscalationPhase.Acknowledged when IsAmong(escalation, by) => StillTheirs(turn, by, reply),
            EscalationPhase.Acknowledged => escalation.IsOverdue ? Take(turn, by, reply, readBack) : TooLate(turn, by, "answered", WhoHasIt(escalation)),
            EscalationPhase.Resolved or EscalationPhase.Cancelled => TooLate(turn, by, "answered", new Outcome.Closed(escalation.Phase, escalation.ClosedAt ?? now)),
        };
    }

    /// <summary>
    /// A responder passes it on. When everyone of the step has, the next one starts at once. One who has the page may too: where too few are
    /// left who have it, it is open again.
    /// </summary>
    public static Move Decline(Escalation escalation, Answerer by, string? reply, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        ArgumentNullException.ThrowIfNull(by);
        return PassOnRules.Decline(new Turn(escalation, situation, now), by, reply);
    }

    internal static Outcome WhoHasIt(Escalation escalation)
    {
        var last = escalation.Acknowledgements[^1];
        return new Outcome.AlreadyAcknowledged(last.Person, last.Name, last.At);
    }

    internal static bool IsAmong(Escalation escalation, Answerer by) =>
        (by.Person is not null || by.HoldsDevice) && escalation.Acknowledgements.Any(a => a.Person == by.Person);

    // The unknown holder of a device may be any of those named, and then is not one more.
    internal static int PeopleWhoHaveIt(Escalation state) =>
        Math.Max(state.Acknowledgements.Where(a => a.Person is not null).DistinctBy(a => a.Person).Count(), Math.Min(1, state.Acknowledgements.Count));

    /// <summary>Writes down what came when nothing more was needed; of somebody whom the page never asked, as refused.</summary>
    internal static Move TooLate(Turn turn, Answerer by, string what, Outcome answer)
    {
        if (!MayAnswerForAnyone(by) && (by.Person is not { } person || turn.Find(person) is null))
        {
            turn.Record(PageEventKind.Refused, $"{by.Name} {what}, but this page did not ask them.", by.Person);
            return turn.Answer(new Outcome.NotAResponder());
        }

        turn.Record(PageEventKind.Reply, $"{by.Name} {what} too; nothing more was needed.", by.Person);
        return turn.Answer(answer);
    }

    internal static List<PersonId> AskedNow(Turn turn) =>
        turn.Responders.Where(r => r.Standing == Standing.Notified).Select(r => r.Person).ToList();

    private static Move StillTheirs(Turn turn, Answerer by, string? reply)
    {
        OutcomeRules.Renew(turn, by, reply);
        return turn.Answer(new Outcome.AlreadyYours());
    }

    private static Move Take(Turn turn, Answerer by, string? reply, string? readBack)
    {
        if (IsAmong(turn.State, by))
        {
            return turn.Answer(new Outcome.AlreadyYours());
        }

        if (Refuse(turn, by) is { } refusal)
        {
            turn.Record(
                refusal is Outcome.HandedOver ? PageEventKind.Reply : PageEventKind.Refused,
                refusal is Outcome.HandedOver
                    ? $"{by.Name} answered after it was handed over; the escalation goes on."
                    : $"{by.Name} answered, but this page does not ask them; the escalation goes on.",
                by.Person);
            return turn.Answer(refusal);
        }

        if (turn.State.Urgency == Urgency.CriticalResult && string.IsNullOrWhiteSpace(readBack))
        {
            turn.Record(PageEventKind.ReadBackNeeded, $"{by.Name} answered without reading the value back; the escalation goes on.", by.Person);
            return turn.Answer(new Outcome.ReadBackNeeded());
        }

        if (by.Person is { } person)
        {
            // Whoever called in or took it at the desk, without being asked now, has it in person: no roster takes it from them.
            var responder = turn.Find(person) is { MayAnswer: true } asked
                ? asked
                : new Responder(person, null, Math.Max(turn.State.StepIndex, 0), turn.Now, Standing.Acknowledged, Reachable: true, Failed: false);
            turn.Put(responder with { Standing = Standing.Acknowledged });
        }

        var acknowledgement = new Acknowledgement(by.Person, by.Name, turn.Now, reply, readBack);
        turn.State = turn.State with { Acknowledgements = [.. turn.State.Acknowledgements, acknowledgement] };
        var have = PeopleWhoHaveIt(turn.State);
        var need = turn.State.AcknowledgementsNeeded;
        turn.Record(PageEventKind.Acknowledged, Describe(by, reply, have, need), by.Person);
        if (have < need)
        {
            if (by.Person is { } one)
            {
                turn.Silence(one);
            }

            HandoverRules.Apply(turn);
            EscalationRules.GoOnIfSpent(turn);
            EscalationRules.Settle(turn);
            return turn.Answer(new Outcome.OneOfSeveral(have, need));
        }

        ClosingRules.Close(turn, EscalationPhase.Acknowledged, by.Person);
        return turn.Answer(new Outcome.Taken());
    }

    private static Outcome? Refuse(Turn turn, Answerer by)
    {
        if (MayAnswerForAnyone(by))
        {
            return null;
        }

        return by.Person is { } person && turn.Find(person) is { } responder
            ? responder.Standing switch
            {
                Standing.Notified or Standing.Acknowledged => null,
                Standing.Declined => new Outcome.NotAResponder(),
                Standing.ShiftEnded or Standing.Rerouted => new Outcome.HandedOver(AskedNow(turn)),
            }
            : new Outcome.NotAResponder();
    }

    private static bool MayAnswerForAnyone(Answerer by) => by.CalledInBy is not null || by.IsDispatcher || by.HoldsDevice;

    private static string Describe(Answerer by, string? reply, int have, int need)
    {
        var who = by.CalledInBy is { } entered ? $"{by.Name} called in, entered by {entered}" : by.Name;
        var count = need > 1 ? $" ({have} of {need})" : "";
        return reply is { Length: > 0 } ? $"{who} has it{count}: {reply}" : $"{who} has it{count}.";
    }
}
