using NodaTime;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>An outcome in time: whoever has a page and has not said in time what came of it is asked, within 5 s; they may have gone off meanwhile.</summary>
internal sealed class WhoHasItIsAskedInTime : Rule
{
    private static readonly Duration Promised = Duration.FromSeconds(5);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            foreach (var (before, after) in page.States.Zip(page.States.Skip(1)).Where(p => !p.First.Escalation.IsOverdue && p.Second.Escalation.IsOverdue))
            {
                var by = allowed.By(after.At, Promised);
                foreach (var owner in by < sight.End ? after.Escalation.Acknowledgements.Select(a => a.Person).OfType<Domain.Directory.PersonId>() : [])
                {
                    if (page.StatesDuring(after.At, by).All(s => s.Escalation.IsOverdue)
                        && sight.HospitalsDuring(after.At - allowed.Clock, by).All(h => h.IsActive(owner))
                        && !page.Calls.Any(c => c.Asks && c.At >= before.At && c.At <= by && page.PersonOf(c) == owner && c.At >= after.At))
                    {
                        yield return Broken(page, by, $"{sight.NameOf(owner)} has it without an outcome since {after.At:HH:mm:ss.fff}, and was not asked.");
                    }
                }
            }
        }
    }
}
