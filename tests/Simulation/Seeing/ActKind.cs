namespace OnCall.Simulation.Tests.Seeing;

/// <summary>What people do to pages.</summary>
internal enum ActKind
{
    Acknowledge,
    Decline,
    Escalate,
    TakeOver,
    Reroute,
    Resolve,
    Cancel,

    /// <summary>Words in the page's thread.</summary>
    Say,

    /// <summary>A key pressed in a call.</summary>
    Key,

    /// <summary>A reply that may mean anything.</summary>
    Text,
}
