using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>
/// An acknowledgement that was answered stands, and stays until whoever gave it passes the page on, it goes to another role, or they have not
/// said in time what came of it. Only one of several is told that they have it.
/// </summary>
internal sealed class NoAcknowledgementIsLost : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var lost in Overwritten(page, allowed).Concat(NeverWritten(page)).Concat(Reopened(page, allowed)))
            {
                yield return lost;
            }
        }
    }

    private IEnumerable<Violation> Overwritten(SeenPage page, Allowance allowed)
    {
        foreach (var (before, after) in page.States.Zip(page.States.Skip(1)))
        {
            foreach (var gone in before.Escalation.Acknowledgements.Where(a => !after.Escalation.Acknowledgements.Contains(a)))
            {
                if (!MayOpen(page, before, after, allowed) && !Says(page, after, PageEventKind.Declined, gone.Person))
                {
                    yield return Broken(page, after.At, $"{gone.Name} had it, and has not any more.");
                }
            }
        }
    }

    private IEnumerable<Violation> NeverWritten(SeenPage page) => page.Acts
        .Where(a => a is { Kind: ActKind.Acknowledge, Answer: "ok", Ended: not null }
            && !page.States.Any(s => s.At <= a.Ended && s.Escalation.Acknowledgements.Any(t => t.Person == a.By)))
        .Select(a => Broken(page, a.Ended!.Value, "Somebody was told that they have it, and it is not written."));

    private IEnumerable<Violation> Reopened(SeenPage page, Allowance allowed) => page.States.Zip(page.States.Skip(1))
        .Where(p => !p.First.IsOpen && p.Second.IsOpen && !MayOpen(page, p.First, p.Second, allowed)
            && !p.First.Escalation.Acknowledgements.Any(a => Says(page, p.Second, PageEventKind.Declined, a.Person)))
        .Select(p => Broken(page, p.Second.At, $"It was {p.First.Phase} and is {p.Second.Phase} again."));

    // To another role; or because those who had it were asked what came of it, or were to be, and stayed silent or are gone.
    private static bool MayOpen(SeenPage page, SeenState before, SeenState after, Allowance allowed) =>
        Says(page, after, PageEventKind.Rerouted, null)
        || (before is { Phase: EscalationPhase.Acknowledged, Escalation: { OutcomeWithin: not null } had } && Says(page, after, PageEventKind.Reopened, null)
            && (had.IsOverdue || had.OutcomeDueAt <= after.At + allowed.Clock));

    private static bool Says(SeenPage page, SeenState state, PageEventKind kind, PersonId? person) =>
        page.Events.Any(e => e.Commit == state.Commit && e.Kind == kind && (person is null || e.Person == person));
}
