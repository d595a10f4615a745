using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 5: behind every acknowledgement is a human who gave it; what a device or a provider says is none.</summary>
internal sealed class EveryAcknowledgementWasGiven : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var (taken, state) in Taken.Of(page))
            {
                if (!Taken.ActsFor(sight, page, taken, state).Any())
                {
                    yield return Broken(page, state.At, $"{taken.Name} has it, and no human said so.");
                }
            }
        }
    }
}
