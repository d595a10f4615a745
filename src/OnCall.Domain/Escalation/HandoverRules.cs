using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Escalation;

/// <summary>
/// What a change of shift does to a page that nobody has taken: the incoming people of every tier reached so far are asked,
/// those leaving are told, and the timers go on. A publication or a cover that changes who is on now is a handover too.
/// </summary>
internal static class HandoverRules
{
    // The known roster ends somewhere; look again well before a page could outlive it.
    private static readonly Duration LookAgain = Duration.FromHours(12);

    /// <summary>
    /// Asks the incoming and releases the outgoing. Every move that leaves a page open does so: the move is written under the roster that it
    /// was decided by, and what it passed over no sweep would look for any more.
    /// </summary>
    /// <param name="tellThoseLeaving">False where they know the page as taken, and have gone home with that.</param>
    public static void Apply(Turn turn, bool tellThoseLeaving = true)
    {
        var onReached = turn.State.Reached.SelectMany(post => turn.Situation.On(post.Role, post.Tier).Select(on => (Post: post, On: on))).ToList();
        var on = onReached.Select(o => o.On.Person).ToHashSet();
        IReadOnlyCollection<PersonId> desk = DeskIsAsked(turn.State) ? turn.Situation.Desk : [];

        foreach (var responder in turn.Responders.Where(r => r.Standing == Standing.Notified).ToList())
        {
            LeaveIfGone(turn, responder, on, desk, tellThoseLeaving);
        }

        foreach (var (post, shift) in onReached.Where(o => IsComing(turn, o.On.Person)))
        {
            turn.Ask(shift.Person, post, StepOf(turn.State, post), Because(turn, post, shift));
        }

        foreach (var person in desk.Where(p => IsComing(turn, p)).ToList())
        {
            DeskRules.AskOne(turn, person);
        }
    }

    /// <summary>Sets when the roster of anything reached changes next.</summary>
    public static void Arm(Turn turn)
    {
        if (!turn.State.IsOpen)
        {
            return;
        }

        var at = turn.Now + LookAgain;
        foreach (var role in turn.State.Reached.Select(p => p.Role).Concat(DeskRoles(turn)))
        {
            if (turn.Situation.Rosters.TryGetValue(role, out var roster) && roster.NextChangeAt is { } change && change > turn.Now && change < at)
            {
                at = change;
            }
        }

        turn.State = turn.State with { HandoverAt = at };
    }

    /// <summary>Still answers for what they were asked as; a named person, or one who called in, does whatever the roster says.</summary>
    public static bool IsThere(Turn turn, Responder responder) =>
        turn.Situation.MayPage(responder.Person)
        && (responder.IsNamedBackup
            || (responder.IsDeskOnly
                ? turn.Situation.Desk.Count == 0 || turn.Situation.Desk.Contains(responder.Person)
                : turn.State.Reached.SelectMany(post => turn.Situation.On(post.Role, post.Tier)).Any(on => on.Person == responder.Person)));

    /// <summary>Their part in the page has ended.</summary>
    public static void Release(Turn turn, Responder responder, bool tell = true)
    {
        var (person, name) = (responder.Person, turn.Situation.NameOf(responder.Person));
        var active = turn.Situation.MayPage(person);
        turn.Put(responder with { Standing = Standing.ShiftEnded });
        turn.Silence(person);
        if (active && tell)
        {
            turn.Tell(person, NotificationPurpose.HandedOver);
        }

        turn.Record(PageEventKind.HandedOver, active ? $"{name} is no longer on shift." : $"{name} may not be paged any more.", person);
    }

    private static void LeaveIfGone(Turn turn, Responder responder, HashSet<PersonId> on, IReadOnlyCollection<PersonId> desk, bool tell)
    {
        var person = responder.Person;
        if (turn.Situation.MayPage(person) && (responder.IsNamedBackup || on.Contains(person)))
        {
            return;
        }

        if (turn.Situation.MayPage(person) && desk.Contains(person))
        {
            // Off the role, but at the desk, which has been asked too.
            turn.Put(responder with { Post = null, Step = Responder.DeskStep });
            return;
        }

        // While the desk is not asked, or nobody is there to hand over to, those whom it asked stay.
        if (turn.Situation.MayPage(person) && responder.IsDeskOnly && desk.Count == 0)
        {
            return;
        }

        Release(turn, responder, tell);
    }

    private static bool IsComing(Turn turn, PersonId person) =>
        turn.Find(person)?.Standing is null or Standing.ShiftEnded or Standing.Rerouted;

    private static bool DeskIsAsked(Escalation state) =>
        state.AtDesk && state.Urgency != Urgency.Routine && state.Phase != EscalationPhase.TakenOver;

    // Whoever comes on for an earlier tier stands in for that tier's step, so that they do not hold up the current one.
    private static int StepOf(Escalation state, Post post)
    {
        for (var index = Math.Min(state.StepIndex, state.Steps.Count - 1); index >= 0; index--)
        {
            if (state.Steps[index].Targets.Any(t => Names(t, state.Role, post)))
            {
                return index;
            }
        }

        return Math.Max(state.StepIndex, 0);
    }

    private static bool Names(StepTarget target, RoleId own, Post post) => target.Kind switch
    {
        TargetKind.Tier => post == new Post(own, target.Tier ?? 1),
        TargetKind.Role => post == new Post(target.Role ?? own, 1),
        TargetKind.Fallback => post.Role != own,
        TargetKind.Person or TargetKind.Desk => false,
    };

    private static IEnumerable<RoleId> DeskRoles(Turn turn) => DeskIsAsked(turn.State)
        ? turn.Situation.Roles.Values.Where(r => r.Code == Role.DeskCode).Select(r => r.Id)
        : [];

    private static string Because(Turn turn, Post post, OnShift shift) =>
        $"{turn.Situation.NameOf(shift.Person)} came on shift for {turn.Situation.NameOf(post.Role)}, tier {post.Tier}";
}
