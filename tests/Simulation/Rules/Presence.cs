using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Who may be asked for a page, and who can be reached, by the rosters and the directory as they truly stood.</summary>
internal sealed class Presence(Sight sight)
{
    private const int MostHops = 3;
    private static readonly Duration Instantly = Duration.FromTicks(1);

    /// <summary>The moment before.</summary>
    public static Instant Before(Instant at) => at - Instantly;

    /// <summary>On shift or by a cover on a role that the page touches, its named backup, or at the desk once the desk has it.</summary>
    public bool MayBeAsked(SeenPage page, PersonId person, Instant at) => MayBeAsked(page, sight.HospitalAt(at), page.StateAt(at).Escalation, person, at);

    /// <summary>The same, by anything that was true at that instant: several transactions may fall on one.</summary>
    public bool CouldBeAsked(SeenPage page, PersonId person, Instant at) =>
        page.StatesDuring(Before(at), at).Any(state => CouldBeAskedBy(page, state, person, at));

    /// <summary>The same, once that decision holds: it may be the one that has brought the page to them.</summary>
    public bool CouldBeAskedBy(SeenPage page, SeenState decision, PersonId person, Instant at) =>
        sight.HospitalsDuring(Before(at), at).Any(hospital =>
            MayBeAsked(page, hospital, decision.Escalation, person, at) || MayBeAsked(page, hospital, decision.Escalation, person, Before(at)));

    /// <summary>The same for a later instant, by what was known at an earlier one.</summary>
    public bool WouldBeAsked(SeenPage page, PersonId person, Instant known, Instant at) =>
        page.StatesDuring(Before(known), known).Any(state =>
            sight.HospitalsDuring(Before(known), known).Any(hospital => MayBeAsked(page, hospital, state.Escalation, person, at)));

    /// <summary>When they last could be asked, before an instant at which they cannot; null when they never could.</summary>
    public Instant? LastAskable(SeenPage page, PersonId person, Instant before) =>
        Changes(page, Before(page.AcceptedAt), before).Reverse().Where(at => CouldBeAsked(page, person, at)).Select(at => (Instant?)at).FirstOrDefault();

    /// <summary>Every true instant in (from, to] at which who may be asked could change, in order.</summary>
    public IReadOnlyList<Instant> Changes(SeenPage page, Instant from, Instant to)
    {
        var roles = page.States.SelectMany(s => RolesOf(s.Escalation)).Append(sight.House.Desk.Id).Distinct().ToList();
        var rosters = roles.SelectMany(role => sight.Hospitals.SelectMany(h => h.Edges(role)));
        return [.. rosters.Concat(sight.Hospitals.Select(h => h.At)).Concat(page.States.Select(s => s.At)).Where(at => at > from && at <= to).Distinct().Order()];
    }

    /// <summary>Those on shift at the desk, else all dispatchers, else administrators.</summary>
    public IReadOnlyList<PersonId> Desk(Instant at) => Desk(sight.HospitalAt(at), at);

    /// <summary>The same, by anything that was true at that instant.</summary>
    public IEnumerable<PersonId> AnyDesk(Instant at) => sight.HospitalsDuring(Before(at), at).SelectMany(hospital => Desk(hospital, at)).Distinct();

    private List<PersonId> Desk(SeenHospital hospital, Instant at)
    {
        var on = hospital.On(sight.House.Desk.Id, at).Select(o => o.Person).ToList();
        var dispatchers = on.Count > 0 ? on : [.. hospital.People.Values.Where(p => p is { Active: true, IsDispatcher: true }).Select(p => p.Id)];
        return dispatchers.Count > 0 ? dispatchers : [.. hospital.People.Values.Where(p => p is { Active: true, IsAdmin: true }).Select(p => p.Id)];
    }

    /// <summary>Has a verified contact method that suits the urgency, or had one until just now, or has a screen open.</summary>
    public bool CanBeReached(PersonId person, Urgency urgency, Instant at, Duration lately) =>
        urgency == Urgency.Routine
        || sight.Screens.Exists(s => s.Person == person && s.From <= at && s.Until >= at - lately)
        || sight.HospitalsDuring(at - lately, at).Any(h => h.People.TryGetValue(person, out var found) && found.Active && found.Verified.Any(v => NotificationPlan.Suits(urgency, v.Kind)));

    private bool MayBeAsked(SeenPage page, SeenHospital hospital, Escalation state, PersonId person, Instant at)
    {
        if (!hospital.IsActive(person))
        {
            return false;
        }

        return RolesOf(state).Any(role => hospital.On(role, at).Any(on => on.Person == person))
            || state.Steps.Any(s => s.Targets.Any(t => t.Person == person))
            || (state.AtDesk && Desk(hospital, at).Contains(person))
            || StaysAtTheDesk(hospital, state, person, at)
            || AnswersInPerson(page, state, person, at);
    }

    // Whom the desk's ring has asked stays, while nobody is there to hand over to or a dispatcher has the page in hand.
    private bool StaysAtTheDesk(SeenHospital hospital, Escalation state, PersonId person, Instant at) =>
        state.Responders.Any(r => r.Person == person && r is { IsDeskOnly: true, MayAnswer: true }) && (state.Phase == EscalationPhase.TakenOver || Desk(hospital, at).Count == 0);

    // Whoever took it without being on shift, at the desk or by calling in, answers for it whatever the roster says.
    private static bool AnswersInPerson(SeenPage page, Escalation state, PersonId person, Instant at) =>
        state.Responders.Any(r => r.Person == person && (r.Standing == Standing.Acknowledged || (r.IsNamedBackup && r.MayAnswer)))
        && page.States.Any(s => s.At <= at && s.Escalation.Acknowledgements.Any(a => a.Person == person));

    private HashSet<RoleId> RolesOf(Escalation state)
    {
        var roles = new HashSet<RoleId> { state.Role };
        roles.UnionWith(state.Steps.SelectMany(s => s.Targets).Where(t => t.Role is not null).Select(t => t.Role!.Value));
        var next = state.Role;
        for (var hop = 0; hop < MostHops && sight.House.Roles.FirstOrDefault(r => r.Id == next)?.FallbackRole is { } fallback; hop++)
        {
            roles.Add(fallback);
            next = fallback;
        }

        return roles;
    }
}
