using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>
/// One decision in the making: the state as it becomes, and the effects so far. Lives for one call of the rules.
/// Within a turn <see cref="Responders"/> is the truth; <see cref="State"/> gets them when the turn ends.
/// </summary>
internal sealed class Turn
{
    private readonly List<Effect> _effects = [];
    private readonly HashSet<PersonId> _asked = [];
    private readonly List<Responder> _responders;
    private readonly Dictionary<PersonId, int> _places;
    private bool _respondersChanged;
    private bool _senderTold;

    public Turn(Escalation state, Situation situation, Instant now)
    {
        State = state;
        Situation = situation;
        Now = now;
        _responders = [.. state.Responders];
        _places = new Dictionary<PersonId, int>(_responders.Count);
        for (var place = 0; place < _responders.Count; place++)
        {
            _places[_responders[place].Person] = place;
        }
    }

    public Escalation State { get; set; }

    public Situation Situation { get; }

    public Instant Now { get; }

    public IReadOnlyList<Responder> Responders => _responders;

    public Decision Decide() => new(Settled(), _effects);

    public Move Answer(Outcome outcome) => new(outcome, Settled(), _effects);

    public void Record(PageEventKind kind, string detail, PersonId? person = null, ContactMethodKind? channel = null) =>
        _effects.Add(new Effect.Record(kind, person, detail, channel));

    public void Tell(PersonId person, NotificationPurpose purpose) => _effects.Add(new Effect.Tell(person, purpose));

    /// <summary>Tells the sender that there is news; once a turn is enough.</summary>
    public void TellSender()
    {
        if (State.Sender is { } sender && !_senderTold)
        {
            _senderTold = true;
            Tell(sender, NotificationPurpose.Notice);
        }
    }

    /// <summary>Withdraws what still asks one person.</summary>
    public void Silence(PersonId person) => _effects.Add(new Effect.Silence(person));

    /// <summary>Withdraws everything that still asks anybody.</summary>
    public void SilenceAll() => _effects.Add(new Effect.Silence(null));

    public void AskDevice(RoleId role, NotificationPurpose purpose, int step) => _effects.Add(new Effect.NotifyDevice(role, purpose, step));

    public Responder? Find(PersonId person) => _places.TryGetValue(person, out var place) ? _responders[place] : null;

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
        return before?.Standing is not (Standing.Acknowledged or Standing.Declined) && AskAnyway(person, post, step, because);
    }

    /// <summary>Asks an active person whatever they answered before.</summary>
    public bool AskAnyway(PersonId person, Post? post, int step, string because)
    {
        var before = Find(person);
        var again = before?.Standing == Standing.Notified;
        var reachable = Situation.CanReach(person, State.Urgency);

        // A named backup stays one when the roster names them too: the end of a shift does not release them.
        var keptPost = again && before!.IsNamedBackup ? null : post;
        Put(new Responder(person, keptPost, step, again ? before!.Since : Now, Standing.Notified, reachable, Failed: false));
        if (_asked.Add(person))
        {
            _effects.Add(new Effect.Notify(person, again ? NotificationPurpose.Repeat : NotificationPurpose.Page, step));
        }

        if (!again)
        {
            Record(PageEventKind.Notified, because, person);
        }

        if (!reachable && (!again || before!.Reachable))
        {
            Record(PageEventKind.Unreachable, "No verified contact method on a working channel; not waited for.", person);
        }

        return reachable;
    }

    /// <summary>Asks a responder once more, with nothing else changed. Answers whether that could be done.</summary>
    public bool Repeat(Responder responder)
    {
        if (!Situation.MayPage(responder.Person))
        {
            return false;
        }

        if (_asked.Add(responder.Person))
        {
            _effects.Add(new Effect.Notify(responder.Person, NotificationPurpose.Repeat, responder.Step));
        }

        return true;
    }

    /// <summary>Adds or replaces a responder.</summary>
    public void Put(Responder responder)
    {
        _respondersChanged = true;
        if (_places.TryGetValue(responder.Person, out var place))
        {
            _responders[place] = responder;
            return;
        }

        _places[responder.Person] = _responders.Count;
        _responders.Add(responder);
    }

    /// <summary>Notes that a tier was reached; answers false when it had been before.</summary>
    public bool Reach(Post post)
    {
        if (State.Reached.Contains(post))
        {
            return false;
        }

        State = State with { Reached = [.. State.Reached, post] };
        return true;
    }

    private Escalation Settled() => _respondersChanged ? State with { Responders = [.. _responders] } : State;
}
