using OnCall.Domain.Escalation;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 1: an open page always has a time at which it goes on, and so has one that somebody has where an outcome is wanted in time.</summary>
internal sealed class NoPageEndsInSilence : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var state in page.States.Where(s => (s.IsOpen || s.Escalation is { Phase: EscalationPhase.Acknowledged, OutcomeWithin: not null }) && s.DueAt is null))
            {
                yield return Broken(page, state.At, $"{state.Phase}, and never due again.");
            }
        }
    }
}
