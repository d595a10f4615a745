using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 5: whoever has a page was asked for it and had not left it, or is a dispatcher, or was entered by one; others are refused, and the trail says so.</summary>
internal sealed class OnlyRespondersAcknowledge : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var (taken, state) in Taken.Of(page))
            {
                if (taken.Person is { } person && !WasAsked(page, state, taken) && !Taken.ActsFor(sight, page, taken, state).Any(a => MayTakeAny(sight, a, allowed)))
                {
                    yield return Broken(page, state.At, $"{sight.NameOf(person)} has it, and was not asked.");
                }
            }

            foreach (var refused in page.Acts.Where(a => a is { Kind: ActKind.Acknowledge, Answer: "not-a-responder" }))
            {
                if (!page.Events.Any(e => e.Kind == PageEventKind.Refused && e.At >= refused.Began && e.At <= refused.Ended))
                {
                    yield return Broken(page, refused.Began, "Somebody was refused, and the trail does not say so.");
                }
            }
        }
    }

    // By the trail: the last word about them is that they were asked.
    private static bool WasAsked(SeenPage page, SeenState state, Acknowledgement taken) =>
        page.Events.LastOrDefault(e => e.Commit < state.Commit && e.Person == taken.Person
            && e.Kind is PageEventKind.Notified or PageEventKind.Declined or PageEventKind.HandedOver)?.Kind == PageEventKind.Notified;

    private static bool MayTakeAny(Sight sight, Act act, Allowance allowed) =>
        act.From is not null || sight.HospitalsDuring(act.Began - allowed.Clock, act.Ended ?? sight.End)
            .Any(h => h.People.TryGetValue(act.EnteredBy ?? act.By!.Value, out var by) && (by.IsDispatcher || by.IsAdmin));
}
