using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>One decision in the making: the state as it becomes, and the effects so far. Lives for one call of the rules.</summary>
internal sealed class Turn(Escalation state, Situation situation, Instant now)
{
    private readonly List<Effect> _effects = [];

    public Escalation State { get; set; } = state;

    public Situation Situation { get; } = situation;

    public Instant Now { get; } = now;

    public Decision Decide() => new(State, _effects);

    public Move Answer(Outcome outcome) => new(outcome, State, _effects);

    public void Record(PageEventKind kind, string detail, PersonId? person = null) => _effects.Add(new Effect.Record(kind, person, detail));

    public void Tell(PersonId person, NotificationPurpose purpose) => _effects.Add(new Effect.Tell(person, purpose));

    public void TellSender()
    {
        if (State.Sender is { } sender)
        {
            Tell(sender, NotificationPurpose.Notice);
        }
    }

    public void Silence(PersonId? person) => _effects.Add(new Effect.Silence(person));

    public void AskDevice(RoleId role, int step) => _effects.Add(new Effect.NotifyDevice(role, NotificationPurpose.Page, step));

    public void RepeatDevice(RoleId role, int step) => _effects.Add(new Effect.NotifyDevice(role, NotificationPurpose.Repeat, step));

    public Responder? Find(PersonId person) => State.Responders.FirstOrDefault(r => r.Person == person);

    /// <summary>
    /// Asks a person and makes them a responder. Someone who already answered, or passed it on, is not asked again.
    /// Answers whether they can be expected to see it.
    /// </summary>
    public bool Ask(PersonId person, Post? post, int step, string because)
    {
        if (!Situation.MayPage(person))
        {
            return false;
        }

        var before = Find(person);
        if (before?.Standing is Standing.Acknowledged or Standing.Declined)
        {
            return false;
        }

        var reachable = Situation.CanReach(person, State.Urgency);
        var again = before?.Standing == Standing.Notified;
        Put(new Responder(person, post, step, again ? before!.Since : Now, Standing.Notified, reachable, Failed: false));
        _effects.Add(new Effect.Notify(person, again ? NotificationPurpose.Repeat : NotificationPurpose.Page, step));
        if (!again)
        {
            Record(PageEventKind.Notified, because, person);
        }

        if (!reachable)
        {
            Record(PageEventKind.Unreachable, "No verified contact method on a working channel; not waited for.", person);
        }

        State = State with { AnyoneReached = State.AnyoneReached || reachable };
        return reachable;
    }

    /// <summary>Adds or replaces a responder.</summary>
    public void Put(Responder responder) =>
        State = State with { Responders = [.. State.Responders.Where(r => r.Person != responder.Person), responder] };

    public void Reach(Post post)
    {
        if (!State.Reached.Contains(post))
        {
            State = State with { Reached = [.. State.Reached, post] };
        }
    }
}
