using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>
/// What a policy's <c>outcomeWithinSeconds</c> does to an acknowledged page: those who have it are asked what came of it, and a page whose
/// owners stay silent, or have gone off shift, is open again. An answer, a message or a resolution of an owner starts the time anew or ends it.
/// </summary>
public static class OutcomeRules
{
    /// <summary>The longest that those who have a page may take to answer when they are asked; less where the outcome is due sooner.</summary>
    public static readonly Duration LongestSilence = Duration.FromMinutes(5);

    /// <summary>Writes somebody's words into the thread. Never an acknowledgement; but of one who has the page it is a sign of life.</summary>
    /// <param name="channel">By which technology the words came in, or null.</param>
    public static Move Say(Escalation escalation, Answerer by, string words, ContactMethodKind? channel, Situation situation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(by);
        var turn = new Turn(escalation, situation, now);
        turn.Record(PageEventKind.Message, words, by.Person, channel);
        if (ReplyRules.IsAmong(turn.State, by))
        {
            Renew(turn, by, words: null);
        }

        return turn.Answer(new Outcome.Done());
    }

    /// <summary>One who has the page lets hear of them: the time for the outcome starts anew.</summary>
    internal static void Renew(Turn turn, Answerer by, string? words)
    {
        if (turn.State is not { Phase: EscalationPhase.Acknowledged, OutcomeWithin: { } within })
        {
            return;
        }

        foreach (var owner in turn.State.IsOverdue ? Owners(turn) : [])
        {
            turn.Silence(owner.Person);
        }

        var due = turn.Now + within;
        turn.State = turn.State with { OutcomeDueAt = due, GoesOnAt = null };
        turn.Record(PageEventKind.Reply, $"{by.Name} is still at it{(words is { Length: > 0 } ? ": " + words : "")}. The outcome is due by {due:HH:mm:ss'Z'}.", by.Person);
    }

    /// <summary>Asks those who have it when the outcome is due, and opens the page again when they have stayed silent.</summary>
    internal static void AskIfDue(Turn turn)
    {
        if (turn.State is not { Phase: EscalationPhase.Acknowledged, DueAt: { } due } || due > turn.Now)
        {
            return;
        }

        StepRules.TellIfLate(turn, due);
        if (turn.State.IsOverdue)
        {
            ReopenRules.GoOn(turn, $"No sign of life from {Names(turn)}; the page is open again and goes on.");
        }
        else
        {
            Ask(turn);
        }
    }

    /// <summary>Every channel of one who was asked has failed: with nobody else left to answer the page goes on at once.</summary>
    internal static void OwnerFailed(Turn turn, PersonId person)
    {
        if (!turn.State.IsOverdue || turn.Find(person) is not { Standing: Standing.Acknowledged, Failed: false } owner)
        {
            return;
        }

        turn.Put(owner with { Failed = true });
        turn.Record(PageEventKind.Unreachable, "Every channel has failed; not waited for.", person);
        GoOnIfNobodyCanAnswer(turn);
    }

    internal static IReadOnlyList<Responder> Owners(Turn turn) => [.. turn.Responders.Where(r => r.Standing == Standing.Acknowledged)];

    private static void Ask(Turn turn)
    {
        turn.Record(PageEventKind.AcknowledgementTimedOut, $"Nobody has said what came of it within {Minutes(turn.State.OutcomeWithin)} min; {Names(turn)} must answer.");
        if (ReopenRules.HandOver(turn))
        {
            return;
        }

        turn.State = turn.State with { OutcomeDueAt = null, GoesOnAt = turn.Now + Duration.Min(turn.State.OutcomeWithin ?? LongestSilence, LongestSilence) };
        foreach (var owner in Owners(turn))
        {
            AskOwner(turn, owner);
        }

        foreach (var role in Devices(turn))
        {
            turn.AskDevice(role, NotificationPurpose.Repeat, turn.State.StepIndex);
        }

        GoOnIfNobodyCanAnswer(turn);
    }

    private static void AskOwner(Turn turn, Responder owner)
    {
        var reachable = turn.Situation.CanReach(owner.Person, turn.State.Urgency);
        turn.Put(owner with { Reachable = reachable, Failed = false });
        turn.Repeat(owner);
        if (!reachable)
        {
            turn.Record(PageEventKind.Unreachable, "No verified contact method on a working channel; not waited for.", owner.Person);
        }
    }

    private static void GoOnIfNobodyCanAnswer(Turn turn)
    {
        if (!Owners(turn).Any(o => o is { Reachable: true, Failed: false }) && !Devices(turn).Any())
        {
            ReopenRules.GoOn(turn, $"{Names(turn)} cannot be reached; the page is open again and goes on.");
        }
    }

    // Where the unknown holder of a device has it, or somebody whose role has one, whoever holds it now is asked too.
    private static IEnumerable<RoleId> Devices(Turn turn) => turn.State.Reached
        .Where(post => post.Tier == 1 && turn.Situation.HasDevice(post.Role))
        .Where(post => turn.State.Acknowledgements.Any(a => a.Person is null) || Owners(turn).Any(o => o.Post == post))
        .Select(post => post.Role);

    private static string Names(Turn turn) => string.Join(", ", turn.State.Acknowledgements.Select(a => a.Name).Distinct());

    private static string Minutes(Duration? time) => (time ?? Duration.Zero).TotalMinutes.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
