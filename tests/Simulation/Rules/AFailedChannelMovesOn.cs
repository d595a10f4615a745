using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 6: within 10 s of a failure's report the person's next channel is tried; when all have failed the page goes on within 15 s.</summary>
internal sealed class AFailedChannelMovesOn : Rule
{
    private static readonly Duration NextChannel = Duration.FromSeconds(10);
    private static readonly Duration NextPerson = Duration.FromSeconds(15);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            var failures = Failure.Of(page, sight, allowed);
            foreach (var failure in failures)
            {
                var (channel, person) = (allowed.By(failure.At, NextChannel), allowed.By(failure.At, NextPerson));
                if (channel < sight.End && StaysAsked(page, failure, channel) && !WasMadeGood(page, failure, channel) && Waiting(page, failure, channel) is { Count: > 0 } waiting)
                {
                    yield return Broken(page, channel, $"{failure.Kind} of {sight.NameOf(failure.Person)} failed at {failure.At:HH:mm:ss.fff}, and {string.Join(", ", waiting)} was not tried.");
                }

                if (person < sight.End && StaysAsked(page, failure, person) && AllFailed(page, sight, failures, failure, person) && IsWaitedFor(page, failure, person))
                {
                    yield return Broken(page, person, $"Every channel of {sight.NameOf(failure.Person)} had failed at {failure.At:HH:mm:ss.fff}, and the step waits.");
                }
            }
        }
    }

    // What came of it could not be written, and by then the next attempt had been taken, or an earlier one was reported to have arrived.
    private static bool WasMadeGood(SeenPage page, Failure failure, Instant by) =>
        page.Calls.Any(c => c.Id == failure.Notification && c.At >= failure.At && c.Answer == DeliveryStatus.Accepted && c.AnsweredAt <= by)
        || page.Events.Any(e => e.Kind == PageEventKind.Delivered && e.Person == failure.Person && e.Channel == failure.Kind && e.At > failure.At && e.At <= by);

    private static bool StaysAsked(SeenPage page, Failure failure, Instant until) =>
        page.States.Where(s => s.At >= failure.At && s.At <= until).Append(page.StateAt(failure.At))
            .All(s => s.IsOpen && s.Escalation.Responders.Any(r => r.Person == failure.Person && r.Standing == Standing.Notified));

    // What was planned with it for later: the first of it must have been tried, none of it counts as being tried before.
    private static List<ContactMethodKind> Waiting(SeenPage page, Failure failure, Instant by)
    {
        var asked = page.Notifications.First(n => n.Id == failure.Notification);
        var planned = page.Notifications.Where(n => n.Asks && n.Person == failure.Person && n.Commit == asked.Commit && n.DueAt > by).ToList();
        var tried = page.Calls.Where(c => c.At <= by).Select(c => c.Id).ToHashSet();
        return planned.Count > 0 && !IsAskedAnew(page, failure, asked) && !planned.Exists(n => tried.Contains(n.Id) || WasRefused(page, n, failure.At, by)) && !WasBroughtForward(page, failure, by)
            ? [.. planned.Select(n => n.Kind)]
            : [];
    }

    // Its turn came, and its provider was known not to work: that too is in the trail, and tried again.
    private static bool WasRefused(SeenPage page, SeenNotification notification, Instant from, Instant by) =>
        page.Events.Any(e => e.Kind == PageEventKind.Failed && e.Person == notification.Person && e.Channel == notification.Kind && e.At >= from && e.At <= by
            && e.Detail.Contains("Not tried:", StringComparison.Ordinal));

    // Of what an earlier asking had left for later, where that would have come first.
    // A report may be quicker than the answer to the call itself.
    private static bool WasBroughtForward(SeenPage page, Failure failure, Instant by)
    {
        var began = page.Calls.Where(c => c.Id == failure.Notification).Min(c => c.At);
        return page.Notifications.Any(n => n.Asks && n.Person == failure.Person && n.Kind != failure.Kind && n.At <= failure.At && n.DueAt > began
            && page.Calls.Any(c => c.Id == n.Id && c.At >= began && c.At <= by));
    }

    // By a later asking, for another step or role, which has taken the place of this one.
    private static bool IsAskedAnew(SeenPage page, Failure failure, SeenNotification asked) =>
        page.Notifications.Any(n => n.Purpose == NotificationPurpose.Page && n.Person == failure.Person && n.Commit > asked.Commit && n.At <= failure.At);

    private static bool AllFailed(SeenPage page, Sight sight, IReadOnlyList<Failure> failures, Failure failure, Instant by)
    {
        var ways = page.Notifications.Where(n => n.Asks && n.Person == failure.Person && n.Verified && n.Kind != ContactMethodKind.InApp && n.At <= failure.At)
            .GroupBy(n => (n.Kind, n.Address)).ToList();
        return ways.Count > 0
            && ways.TrueForAll(way => HasFailed(way, failures, failure.At))
            && !IsAskedSince(page, failure, by)
            && !sight.Screens.Exists(s => s.Person == failure.Person && s.From <= by);
    }

    // The sweep that the failure wakes may ask anew in the same instant.
    private static bool IsAskedSince(SeenPage page, Failure failure, Instant by)
    {
        var asked = page.Notifications.First(n => n.Id == failure.Notification);
        return page.Notifications.Any(n => n.Asks && n.Person == failure.Person && n.Commit > asked.Commit && n.At >= failure.At && n.At <= by);
    }

    // Its latest word; of several moves at one instant each counts as the latest. A telephone that may still be ringing by an earlier call is
    // not rung again meanwhile.
    private static bool HasFailed(IGrouping<(ContactMethodKind Kind, string Address), SeenNotification> way, IReadOnlyList<Failure> failures, Instant by) =>
        way.Where(n => way.Key.Kind == ContactMethodKind.Voice || n.DueAt == way.Last().DueAt).All(n => failures.Any(f => f.Notification == n.Id && f.At <= by && f.IsFinal));

    // The page stands at the same step, and nobody else of it could be waited for.
    private static bool IsWaitedFor(SeenPage page, Failure failure, Instant by)
    {
        var (then, now) = (page.StateAt(failure.At).Escalation, page.StateAt(by).Escalation);
        return now.Phase == EscalationPhase.Stepping && (now.StepIndex, now.Run, now.Role) == (then.StepIndex, then.Run, then.Role) && now.StepIndex >= 0
            && !now.Steps[now.StepIndex].IsDeskOnly
            && now.Responders.Any(r => r.Person == failure.Person && r.Step == now.StepIndex)
            && !now.Responders.Any(r => r.Person != failure.Person && r.Step == now.StepIndex && r.IsExpected);
    }
}
