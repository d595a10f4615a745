using NodaTime;

namespace OnCall.Simulation.Tests.Faults;

/// <summary>One thing that went wrong.</summary>
/// <param name="Node">Whom it hit; empty for everybody.</param>
/// <param name="From">True time.</param>
/// <param name="Until">True time at which the thing itself was over; what it left behind is counted by <see cref="Rules.Allowance"/>.</param>
internal sealed record Fault(FaultKind Kind, string Node, Instant From, Instant Until)
{
    public override string ToString() => $"{Kind} {Node} {From:HH:mm:ss.fff}-{Until:HH:mm:ss.fff}";
}
