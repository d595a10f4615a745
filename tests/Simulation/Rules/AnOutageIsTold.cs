using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 11: a step that runs more than 10 s late says so, and none says so when nothing had gone wrong.</summary>
internal sealed class AnOutageIsTold : Rule
{
    private static readonly Duration Late = Duration.FromSeconds(10);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var (before, after) in page.States.Zip(page.States.Skip(1)))
            {
                var told = page.Events.Any(e => e.Commit == after.Commit && e.Kind == PageEventKind.RanLate);

                // By when it was decided: a node may stand still before it writes.
                var ran = page.Events.FirstOrDefault(e => e.Commit == after.Commit && e.Kind == PageEventKind.StepStarted);
                if (before is not { IsOpen: true, Escalation.StepDueAt: { } due } || ran is null)
                {
                    continue;
                }

                var moved = page.Events.Any(e => e.Commit == after.Commit && e.Kind is PageEventKind.Escalated or PageEventKind.Rerouted or PageEventKind.Declined);
                if (!told && !moved && ran.Written - due > Late + allowed.Clock)
                {
                    yield return Broken(page, after.At, $"The step due at {due:HH:mm:ss.fff} ran late, and nobody was told.");
                }

                // Whoever wrote what was before may have stood still before that write, with nobody else to know of the page.
                if (told && allowed.IsCalm(due, after.At) && allowed.HeldUp(before.Writer, due, after.At) == Duration.Zero)
                {
                    yield return Broken(page, after.At, "An outage was told, and there was none.");
                }
            }
        }
    }
}
