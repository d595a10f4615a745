using NodaTime;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rules 3 and 4: once a page is accepted, somebody who can be reached has been asked or the desk has it, and the sender knows where it went.</summary>
internal sealed class AnUncoveredRoleIsNotSwallowed : Rule
{
    private static readonly Duration Promised = Duration.FromSeconds(2);
    private static readonly Duration Lately = Duration.FromSeconds(15);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        var presence = new Presence(sight);
        foreach (var page in sight.Pages)
        {
            var first = page.First.Escalation;
            if (!first.AtDesk && !first.Responders.Any(r => r.Standing == Standing.Notified && presence.CanBeReached(r.Person, first.Urgency, page.AcceptedAt, Lately)))
            {
                yield return Broken(page, page.AcceptedAt, "Nobody who can be reached was asked, and the desk does not have it.");
            }

            if (page.Events.Any(e => e.Commit == page.First.Commit && e.Kind is PageEventKind.FallbackRole or PageEventKind.DeskReached) && NotTold(page, sight, allowed) is { } late)
            {
                yield return late;
            }
        }
    }

    private Violation? NotTold(SeenPage page, Sight sight, Allowance allowed)
    {
        var by = allowed.By(page.AcceptedAt, Promised);
        return page.First.Escalation.Sender is not { } sender || by >= sight.End
            || !sight.HospitalsDuring(page.AcceptedAt, by).All(h => h.IsActive(sender))
            || page.Calls.Any(c => c.At <= by && c.Text.Purpose == NotificationPurpose.Notice && page.PersonOf(c) == sender)
            ? null
            : Broken(page, by, $"It went elsewhere, and the sender {sight.NameOf(sender)} was not told.");
    }
}
