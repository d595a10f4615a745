using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 2: whoever comes on for a tier that an open page has reached, or to the desk that has it, is asked within 5 s.</summary>
internal sealed class TheIncomingArePaged : Rule
{
    private static readonly Duration Promised = Duration.FromSeconds(5);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        var presence = new Presence(sight);
        foreach (var page in sight.Pages)
        {
            foreach (var at in presence.Changes(page, page.AcceptedAt + allowed.Clock, sight.End))
            {
                var by = allowed.By(at, Promised);
                foreach (var person in by < sight.End ? Incoming(page, sight, presence, at) : [])
                {
                    if (StaysWanted(page, sight, presence, person, at, by) && !IsAsked(page, person, at - allowed.Clock, by))
                    {
                        yield return Broken(page, by, $"{sight.NameOf(person)} came on at {at:HH:mm:ss.fff} and was not asked.");
                    }
                }
            }
        }
    }

    private static IEnumerable<PersonId> Incoming(SeenPage page, Sight sight, Presence presence, Instant at)
    {
        // As it stood before: what the change itself wrote has asked already.
        var state = page.StateAt(Presence.Before(at)).Escalation;
        var before = On(state, sight, presence, Presence.Before(at));
        return On(state, sight, presence, at).Except(before)
            .Where(p => state.Responders.FirstOrDefault(r => r.Person == p)?.Standing is not (Standing.Notified or Standing.Acknowledged or Standing.Declined));
    }

    private static HashSet<PersonId> On(Escalation state, Sight sight, Presence presence, Instant at)
    {
        var hospital = sight.HospitalAt(at);
        var on = state.IsOpen ? state.Reached.SelectMany(post => hospital.On(post.Role, at).Where(o => o.Tier == post.Tier)).Select(o => o.Person).ToHashSet() : [];
        if (state is { IsOpen: true, AtDesk: true, Phase: not EscalationPhase.TakenOver } && state.Urgency != Urgency.Routine)
        {
            on.UnionWith(presence.Desk(at));
        }

        return on;
    }

    // On all the time until they had to be asked, for a page that still asked.
    private static bool StaysWanted(SeenPage page, Sight sight, Presence presence, PersonId person, Instant at, Instant by) =>
        presence.Changes(page, at, by).Append(at).Append(by).All(instant =>
        {
            var state = page.StateAt(instant).Escalation;
            return state.IsOpen && On(state, sight, presence, instant).Contains(person)
                && state.Responders.FirstOrDefault(r => r.Person == person)?.Standing is not (Standing.Acknowledged or Standing.Declined);
        });

    private static bool IsAsked(SeenPage page, PersonId person, Instant from, Instant by) =>
        page.Calls.Any(c => c.Asks && c.At >= from && c.At <= by && page.PersonOf(c) == person);
}
