namespace OnCall.Simulation.Tests.Nodes;

/// <summary>How a provider treats a call.</summary>
internal enum Manner
{
    Takes,
    TakesSlowly,
    Refuses,
    RefusesForGood,
    SaysItIsDead,
    SaysTheyOptedOut,
    NeverAnswers,
    Hangs,
    Breaks,
}
