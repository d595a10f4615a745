using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Testing.Hospital;

/// <summary>One page as it goes, with an engine that runs the rules exactly when they are due. The clock starts at minute 0.</summary>
public sealed class PageStory
{
    private readonly List<(Instant At, Effect Effect)> _effects = [];

    private PageStory(TestHospital hospital, Escalation state)
    {
        Hospital = hospital;
        State = state;
    }

    public TestHospital Hospital { get; }

    public Escalation State { get; private set; }

    public Instant Now { get; private set; } = TestHospital.Opening;

    /// <summary>Everything that had to happen so far, in order.</summary>
    public IReadOnlyList<(Instant At, Effect Effect)> Effects => _effects;

    /// <summary>Who was asked and when: <c>0:00 Ann, 2:00 Ben, 2:00 Ann again, 5:00 pager of ward</c>.</summary>
    public string Asked => string.Join(", ", _effects.Select(Asking).Where(line => line.Length > 0));

    /// <summary>Who was told what and when: <c>1:30 Ann HandedOver</c>.</summary>
    public string Told => string.Join(", ", _effects.Where(e => e.Effect is Effect.Tell).Select(e => $"{Clock(e.At)} {Telling((Effect.Tell)e.Effect)}"));

    /// <summary>When the trail got lines of a kind: <c>0:30, 1:00</c>.</summary>
    public string When(PageEventKind kind) => string.Join(", ", _effects.Where(e => e.Effect is Effect.Record r && r.Kind == kind).Select(e => Clock(e.At)));

    /// <summary>The next due time: <c>2:00</c>, or <c>never</c>.</summary>
    public string Due => State.DueAt is { } due ? Clock(due) : "never";

    public static PageStory Send(TestHospital hospital, Urgency urgency, string role, EscalationPolicy? policy = null, string? sender = null)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        PersonId? from = sender is null ? null : hospital.Person(sender);
        var id = new PageId(new Guid(1, 5, 0, new byte[8]));
        var start = EscalationRules.Start(id, urgency, hospital.Role(role), from, policy, hospital.At(TestHospital.Opening), TestHospital.Opening);
        var story = new PageStory(hospital, start.Escalation);
        story.Keep(start.Escalation, start.Effects);
        return story;
    }

    public PageStory Seconds(double seconds) => Pass(Duration.FromSeconds(seconds));

    public PageStory Minutes(double minutes) => Pass(Duration.FromSeconds(minutes * 60));

    /// <summary>Lets time pass, doing all that is due at its own instant.</summary>
    public PageStory Pass(Duration time)
    {
        var until = Now + time;
        while (State.DueAt is { } due && due <= until)
        {
            Now = Instant.Max(due, Now);
            Sweep();
            if (State.DueAt <= Now)
            {
                throw new InvalidOperationException($"Still due at {Clock(Now)}: the engine would turn for ever.");
            }
        }

        Now = until;
        return this;
    }

    /// <summary>The engine stands still for so long, and then sweeps once.</summary>
    public PageStory Outage(double minutes)
    {
        Now += Duration.FromSeconds(minutes * 60);
        return Sweep();
    }

    /// <summary>A publication, a cover or a change of a person: open pages are looked at again at once.</summary>
    public PageStory Change(Action<TestHospital> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        change(Hospital);
        return Sweep();
    }

    public PageStory Sweep()
    {
        var decision = EscalationRules.Advance(State, Hospital.At(Now), Now);
        Keep(decision.Escalation, decision.Effects);
        return this;
    }

    public Outcome Acknowledge(string person, string? readBack = null, string? calledInBy = null, bool asDispatcher = false) =>
        Make(ReplyRules.Acknowledge(State, new Answerer(Hospital.Person(person), person, calledInBy, asDispatcher), null, readBack, Hospital.At(Now), Now));

    /// <summary>Whoever holds the role's pager answers from it.</summary>
    public Outcome AcknowledgeFromDevice() =>
        Make(ReplyRules.Acknowledge(State, new Answerer(null, "holder of the device", HoldsDevice: true), null, null, Hospital.At(Now), Now));

    public Outcome Decline(string person) =>
        Make(ReplyRules.Decline(State, new Answerer(Hospital.Person(person), person), null, Hospital.At(Now), Now));

    public Outcome TakeOver(string dispatcher) => Make(TakeOverRules.TakeOver(State, dispatcher, Hospital.At(Now), Now));

    public Outcome Escalate(string by) => Make(CourseRules.Escalate(State, by, Hospital.At(Now), Now));

    public Outcome Reroute(string role, string by, EscalationPolicy? policy = null) =>
        Make(CourseRules.Reroute(State, Hospital.Role(role), policy, by, Hospital.At(Now), Now));

    public Outcome Resolve(string by, bool asDispatcher = false) =>
        Make(CourseRules.Resolve(State, new Answerer(Hospital.Person(by), by, IsDispatcher: asDispatcher), "seen", Hospital.At(Now), Now));

    /// <summary>Somebody writes in the page's thread.</summary>
    public Outcome Say(string person) =>
        Make(OutcomeRules.Say(State, new Answerer(Hospital.Person(person), person), "at the bedside", null, Hospital.At(Now), Now));

    public Outcome Cancel(string by) => Make(CourseRules.Cancel(State, by, null, Hospital.At(Now), Now));

    public PageStory ChannelsFail(string person)
    {
        var decision = EscalationRules.ChannelsFailed(State, Hospital.Person(person), Hospital.At(Now), Now);
        Keep(decision.Escalation, decision.Effects);
        return this;
    }

    public Responder? Responder(string person) => State.Responders.FirstOrDefault(r => r.Person == Hospital.Person(person));

    private Outcome Make(Move move)
    {
        Keep(move.Escalation, move.Effects);
        return move.Outcome;
    }

    private void Keep(Escalation state, IReadOnlyList<Effect> effects)
    {
        State = state;
        _effects.AddRange(effects.Select(e => (Now, e)));
    }

    private string Asking((Instant At, Effect Effect) line) => line.Effect switch
    {
        Effect.Notify ask => $"{Clock(line.At)} {Hospital.NameOf(ask.Person)}{Again(ask.Purpose)}",
        Effect.NotifyDevice device => $"{Clock(line.At)} pager of {Hospital.NameOf(device.Role)}{Again(device.Purpose)}",
        _ => "",
    };

    private string Telling(Effect.Tell tell) => $"{Hospital.NameOf(tell.Person)} {tell.Purpose}";

    private static string Again(NotificationPurpose purpose) => purpose == NotificationPurpose.Repeat ? " again" : "";

    private static string Clock(Instant at)
    {
        var since = at - TestHospital.Opening;
        return $"{(long)since.TotalMinutes}:{since.Seconds:00}";
    }
}
