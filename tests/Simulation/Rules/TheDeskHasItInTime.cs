using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>
/// The urgency classes: a code is at the desk in 60 s whatever its policy; by the default policy an urgent page is there in 10 minutes and a
/// critical result in 30. A dispatcher's or a responder's own move, and a page that is open again, count anew.
/// </summary>
internal sealed class TheDeskHasItInTime : Rule
{
    private static readonly Duration Beat = Duration.FromSeconds(1);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            if (Deadline(page, sight) is not { } deadline || page.Events.Any(e => e.Kind is PageEventKind.Rerouted or PageEventKind.TakenOver or PageEventKind.Reopened))
            {
                continue;
            }

            var due = page.AcceptedAt + deadline;
            var late = page.Urgency == Urgency.Code ? Duration.Zero : allowed.Disturbed(page.AcceptedAt, due);

            // One node's clock may be ahead when it writes the time, another's behind when it reads it.
            var by = allowed.By(due + late + allowed.Clock, Beat);
            if (by < sight.End && page.StateAt(by) is { IsOpen: true, Escalation.AtDesk: false })
            {
                yield return Broken(page, by, $"{page.Urgency}, accepted at {page.AcceptedAt:HH:mm:ss.fff}, and not at the desk.");
            }
        }
    }

    private static Duration? Deadline(SeenPage page, Sight sight) => page.Urgency switch
    {
        Urgency.Code => Duration.FromSeconds(60),
        Urgency.Urgent when HasDefaultPolicy(page, sight) => Duration.FromMinutes(10),
        Urgency.CriticalResult when HasDefaultPolicy(page, sight) => Duration.FromMinutes(30),
        Urgency.Routine or Urgency.Urgent or Urgency.CriticalResult => null,
    };

    private static bool HasDefaultPolicy(SeenPage page, Sight sight) =>
        sight.House.Roles.First(r => r.Id == page.First.Escalation.Role).Policy is null;
}
