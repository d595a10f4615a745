namespace OnCall.Simulation.Tests.Runs;

/// <summary>How often a rule was broken.</summary>
internal sealed class Broken
{
    public long Seeds { get; set; }

    /// <summary>The first seeds, with what each broke.</summary>
    public IReadOnlyList<string> First { get; set; } = [];
}
