using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>
/// What a change of shift does to a page that nobody has taken: the incoming people of every tier reached so far are asked,
/// those leaving are told, and the timers go on. A publication or a cover that changes who is on now is a handover too.
/// </summary>
internal static class HandoverRules
{
    // The known roster ends somewhere; look again well before a page could outlive it.
    private static readonly Duration LookAgain = Duration.FromHours(12);

    public static void Apply(Turn turn)
    {
        var leaving = turn.State.Responders
            .Where(r => r.Standing == Standing.Notified && r.Post is not null && !IsOn(turn, r))
            .ToList();
        var coming = turn.State.Reached
            .SelectMany(post => turn.Situation.On(post.Role, post.Tier).Select(on => (Post: post, On: on)))
            .Where(c => turn.Find(c.On.Person)?.Standing is null or Standing.ShiftEnded)
            .DistinctBy(c => c.On.Person)
            .ToList();

        foreach (var responder in leaving)
        {
            turn.Put(responder with { Standing = Standing.ShiftEnded });
            turn.Silence(responder.Person);
            turn.Tell(responder.Person, NotificationPurpose.HandedOver);
            turn.Record(PageEventKind.HandedOver, $"{turn.Situation.NameOf(responder.Person)} is no longer on shift.", responder.Person);
        }

        foreach (var (post, on) in coming)
        {
            turn.Ask(on.Person, post, Math.Max(turn.State.StepIndex, 0), $"{turn.Situation.NameOf(on.Person)} came on shift for {turn.Situation.NameOf(post.Role)}, tier {post.Tier}");
        }
    }

    /// <summary>Sets when the roster of anything reached changes next.</summary>
    public static void Arm(Turn turn)
    {
        if (!turn.State.IsOpen)
        {
            return;
        }

        var next = turn.State.Reached
            .Select(post => turn.Situation.Rosters.TryGetValue(post.Role, out var resolution) ? resolution.NextChangeAt : null)
            .Where(at => at > turn.Now)
            .Min();
        turn.State = turn.State with { HandoverAt = Min(next, turn.Now + LookAgain) };
    }

    private static Instant Min(Instant? a, Instant b) => a is { } known && known < b ? known : b;

    private static bool IsOn(Turn turn, Responder responder) =>
        turn.Situation.MayPage(responder.Person)
        && turn.State.Reached.Any(post => turn.Situation.On(post.Role, post.Tier).Any(on => on.Person == responder.Person));
}
