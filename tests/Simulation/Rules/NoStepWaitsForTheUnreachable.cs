using NodaTime;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 4: a step that starts waits for somebody who can be reached; steps that reach nobody are skipped at once.</summary>
internal sealed class NoStepWaitsForTheUnreachable : Rule
{
    private static readonly Duration Lately = Duration.FromSeconds(15);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        var presence = new Presence(sight);
        foreach (var page in sight.Pages)
        {
            foreach (var state in page.States.Where(s => s.Phase == EscalationPhase.Stepping && StartsStep(page, s)))
            {
                var (escalation, step) = (state.Escalation, state.Escalation.Steps[state.Escalation.StepIndex]);
                var waitedFor = step.IsDeskOnly
                    ? presence.AnyDesk(state.At)
                    : escalation.Responders.Where(r => r.Step == escalation.StepIndex && r.Standing == Standing.Notified).Select(r => r.Person);
                if (!waitedFor.Any(p => presence.CanBeReached(p, escalation.Urgency, state.At, Lately)))
                {
                    yield return Broken(page, state.At, $"Step {escalation.StepIndex + 1} waits for nobody who can be reached.");
                }
            }
        }
    }

    private static bool StartsStep(SeenPage page, SeenState state) => page.Events.Any(e => e.Commit == state.Commit && e.Kind == PageEventKind.StepStarted);
}
