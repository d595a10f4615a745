using NodaTime;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 2: whoever goes off is no responder any more within 5 s, and is told so.</summary>
internal sealed class TheOutgoingAreTold : Rule
{
    private static readonly Duration Promised = Duration.FromSeconds(5);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        var presence = new Presence(sight);
        foreach (var page in sight.Pages)
        {
            foreach (var late in NotReleased(page, sight, presence, allowed).Concat(NotTold(page, sight, allowed)))
            {
                yield return late;
            }
        }
    }

    private IEnumerable<Violation> NotReleased(SeenPage page, Sight sight, Presence presence, Allowance allowed)
    {
        foreach (var at in presence.Changes(page, page.AcceptedAt, sight.End))
        {
            var by = allowed.By(at, Promised);
            foreach (var responder in by < sight.End ? page.StateAt(at).Escalation.Responders.Where(r => r.Standing == Standing.Notified) : [])
            {
                var person = responder.Person;
                if (presence.MayBeAsked(page, person, Presence.Before(at))
                    && presence.Changes(page, at, by).Append(at).Append(by).All(i => page.StateAt(i).IsOpen && !presence.MayBeAsked(page, person, i)
                        && page.StateAt(i).Escalation.Responders.Any(r => r.Person == person && r.Standing == Standing.Notified)))
                {
                    yield return Broken(page, by, $"{sight.NameOf(person)} went off at {at:HH:mm:ss.fff} and is a responder still.");
                }
            }
        }
    }

    private IEnumerable<Violation> NotTold(SeenPage page, Sight sight, Allowance allowed)
    {
        foreach (var left in page.Events.Where(e => e.Kind == PageEventKind.HandedOver && e.Person is not null && !WentHomeWithIt(page, e)))
        {
            var by = allowed.By(left.At, Promised);
            if (by < sight.End && sight.HospitalsDuring(left.At - allowed.Clock, by).All(h => h.IsActive(left.Person!.Value))
                && !page.Calls.Any(c => c.Text.Purpose == NotificationPurpose.HandedOver && c.At >= left.At && c.At <= by && page.PersonOf(c) == left.Person))
            {
                yield return Broken(page, by, $"{sight.NameOf(left.Person!.Value)} was released at {left.At:HH:mm:ss.fff} and not told.");
            }
        }
    }

    // Opened again after their shift: they know it as taken, and have gone home with that.
    private static bool WentHomeWithIt(SeenPage page, SeenEvent left) =>
        page.Events.Any(e => e.Commit == left.Commit && e.Kind == PageEventKind.Reopened)
        && !page.StateAt(Presence.Before(left.At)).Escalation.Acknowledgements.Any(a => a.Person == left.Person);
}
