using NodaTime;
using OnCall.Domain.Escalation;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 7: once a page is taken or closed, no attempt to ask starts later than 1 s after it until those who have it are to say what came of it, but for the time that a node stood still between its last check and the call.</summary>
internal sealed class NothingRingsAfterTheAcknowledgement : Rule
{
    private static readonly Duration Grace = Duration.FromSeconds(1);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var call in page.Calls.Where(c => c.Asks))
            {
                if (ClosedSince(page, call.At) is { } closed && call.At > closed.At + Grace + allowed.HeldUp(call.Node, closed.At, call.At))
                {
                    yield return Broken(page, call.At, $"{call.Kind} rang, although it was {closed.Phase} at {closed.At:HH:mm:ss.fff}.");
                }
            }
        }
    }

    // The first state of the latest stretch in which nobody was to be asked.
    private static SeenState? ClosedSince(SeenPage page, Instant at)
    {
        SeenState? since = null;
        foreach (var state in page.States.TakeWhile(s => s.At <= at))
        {
            since = state.IsOpen || state.Escalation.IsOverdue ? null : since ?? state;
        }

        return since;
    }
}
