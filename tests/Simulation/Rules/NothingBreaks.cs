using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>The program fails only where the run made it fail.</summary>
internal sealed class NothingBreaks : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed) =>
        sight.Surprises.Select(s => Broken(sight.End, s));
}
