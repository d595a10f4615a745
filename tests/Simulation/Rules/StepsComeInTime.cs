using NodaTime;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rules 1 and 11: whatever is due on a page happens by the next beat.</summary>
internal sealed class StepsComeInTime : Rule
{
    private static readonly Duration Beat = Duration.FromSeconds(1);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            for (var i = 0; i < page.States.Count; i++)
            {
                var state = page.States[i];
                if (state.Escalation.DueAt is not { } due)
                {
                    continue;
                }

                var by = allowed.By(Instant.Max(due, state.At), Beat);
                var next = i + 1 < page.States.Count ? page.States[i + 1].At : Instant.MaxValue;
                if (next > by && by < sight.End)
                {
                    var came = next == Instant.MaxValue ? "never came" : $"came at {next:HH:mm:ss.fff}";
                    yield return Broken(page, by, $"What was due at {due:HH:mm:ss.fff} {came}.");
                }
            }
        }
    }
}
