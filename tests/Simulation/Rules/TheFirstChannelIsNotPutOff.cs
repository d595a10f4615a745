using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>
/// Rules 4 and 9: whatever a person prefers, a code asks by every contact method at once, and for anything but a routine page the first
/// verified one asks within 60 s.
/// </summary>
internal sealed class TheFirstChannelIsNotPutOff : Rule
{
    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages.Where(p => p.Urgency != Urgency.Routine))
        {
            var latest = page.Urgency == Urgency.Code ? Duration.Zero : PreferredTimes.Latest;
            var asked = page.Notifications
                .Where(n => n is { Purpose: NotificationPurpose.Page, Verified: true, Person: not null } && n.Kind != ContactMethodKind.InApp)
                .GroupBy(n => (n.Commit, n.Person));
            foreach (var ways in asked)
            {
                var (first, last) = (ways.Min(n => n.DueAt - n.At), ways.Max(n => n.DueAt - n.At));
                if ((page.Urgency == Urgency.Code ? last : first) > latest + allowed.Clock)
                {
                    yield return Broken(page, ways.First().At, $"{sight.NameOf(ways.Key.Person!.Value)} would be asked only after {first.TotalSeconds} s.");
                }
            }
        }
    }
}
