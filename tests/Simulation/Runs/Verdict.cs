using OnCall.Simulation.Tests.Rules;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>What came of one seed.</summary>
internal sealed record Verdict(ulong Seed, Sight Sight, IReadOnlyList<Violation> Violations)
{
    public bool IsClean => Violations.Count == 0;
}
