using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 7: when a page is taken or closed, everyone whom it had asked is told, and by the same number that rang.</summary>
internal sealed class EveryoneAskedIsTold : Rule
{
    private static readonly Duration Promised = Duration.FromSeconds(5);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var (before, after) in page.States.Zip(page.States.Skip(1)).Where(p => p.First.IsOpen && !p.Second.IsOpen))
            {
                foreach (var untold in Untold(page, sight, allowed, before, after))
                {
                    yield return untold;
                }
            }
        }
    }

    private IEnumerable<Violation> Untold(SeenPage page, Sight sight, Allowance allowed, SeenState before, SeenState after)
    {
        var by = allowed.By(after.At, Promised);
        if (by >= sight.End)
        {
            yield break;
        }

        var took = after.Phase == EscalationPhase.Acknowledged ? after.Escalation.Acknowledgements[^1].Person : null;
        var told = page.Calls.Where(c => c.Text.Purpose == NotificationPurpose.Taken && c.At >= after.At && c.At <= by).ToList();
        foreach (var asked in before.Escalation.Responders.Where(r => r.Standing != Standing.Rerouted && r.Person != took).Select(r => r.Person))
        {
            if (!sight.HospitalsDuring(after.At - allowed.Clock - Promised, by).All(h => h.IsActive(asked)))
            {
                continue;
            }

            if (!told.Exists(c => page.PersonOf(c) == asked))
            {
                yield return Broken(page, by, $"It was {after.Phase} at {after.At:HH:mm:ss.fff}, and {sight.NameOf(asked)} was not told.");
            }

            foreach (var address in RungBefore(page, sight, allowed, asked, after.At).Where(a => !told.Exists(c => c.Message.Address == a) && !WasNotTried(page, asked, after.At, by)))
            {
                yield return Broken(page, by, $"It was {after.Phase} at {after.At:HH:mm:ss.fff}, and {address}, which had rung, was not told.");
            }
        }
    }

    // The provider was known not to work.
    private static bool WasNotTried(SeenPage page, PersonId person, Instant from, Instant by) =>
        page.Events.Any(e => e.Kind == PageEventKind.Failed && e.Person == person && e.At >= from && e.At <= by && e.Detail.Contains("Not tried", StringComparison.Ordinal));

    // What a person carries and has shown them the page, as far as the provider says so and it could be written. A report of failure may have
    // been written though whoever brought it had no answer.
    private static IEnumerable<string> RungBefore(SeenPage page, Sight sight, Allowance allowed, PersonId person, Instant at) =>
        page.Calls.Where(c => c.Asks && c.Kind is ContactMethodKind.Sms or ContactMethodKind.Snpp && c.ReachedAt < at && page.PersonOf(c) == person)
            .Where(c => page.Calls.Last(o => o.Id == c.Id && o.At < at) is { Answer: DeliveryStatus.Accepted } last && last.AnsweredAt < at && !allowed.WasHit(last.Node, last.At, last.AnsweredAt.Value))
            .Where(c => !sight.Receipts.Exists(r => r.Call.Id == c.Id && r.Status == DeliveryStatus.FailedForGood))
            .Where(c => !page.Events.Any(e => e.Kind == PageEventKind.Failed && e.Person == person && e.Channel == c.Kind && e.At >= c.At && e.At <= at))
            .Select(c => c.Message.Address).Distinct();
}
