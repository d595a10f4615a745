using OnCall.Simulation.Tests.Rules;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>What came of one seed.</summary>
internal sealed record Verdict(ulong Seed, Sight Sight, IReadOnlyList<Violation> Violations)
{
    /// <summary>What is violated where something was thrown out of the run.</summary>
    internal const string TheRunEnds = "TheRunEnds";

    public bool IsClean => Violations.Count == 0;

    /// <summary>Whether one of the rulebook's was broken: a run that merely breaks off finds nothing.</summary>
    public bool BreaksARule => Violations.Any(v => v.Rule != TheRunEnds);
}
