using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Simulation.Tests.Nodes;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 2: nobody is asked who is not on shift, their cover, the named backup or at the desk; 5 s after that ended at the latest.</summary>
internal sealed class OnlyThoseOnShiftArePaged : Rule
{
    private static readonly Duration Grace = Duration.FromSeconds(5);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        var presence = new Presence(sight);
        foreach (var page in sight.Pages)
        {
            foreach (var call in page.Calls.Where(c => c.Asks))
            {
                if (page.PersonOf(call) is not { } person
                    || presence.MayBeAsked(page, person, call.At)
                    || presence.CouldBeAsked(page, person, call.At)
                    || CouldBeSoon(page, presence, person, call.At, call.At + allowed.Clock)
                    || WasWrittenLate(page, presence, allowed, call, person))
                {
                    continue;
                }

                var until = presence.LastAskable(page, person, call.At);
                if (until is null || call.At > allowed.By(until.Value, Grace))
                {
                    var was = until is { } end ? $"could be asked until {end:HH:mm:ss.fff}" : "never could be asked";
                    yield return Broken(page, call.At, $"{sight.NameOf(person)} was asked by {call.Kind} and {was}.");
                }
            }
        }
    }

    // By a clock that is ahead; a publication may have changed it again a moment later, or before that clock's time had truly come.
    private static bool CouldBeSoon(SeenPage page, Presence presence, PersonId person, Instant from, Instant until) =>
        presence.Changes(page, from, until).Append(until).Any(at => presence.CouldBeAsked(page, person, at) || presence.WouldBeAsked(page, person, from, at));

    // The node stood still, or waited for the database, between its decision and its write, or its clock is behind; the sweep that follows
    // sees to it.
    private static bool WasWrittenLate(SeenPage page, Presence presence, Allowance allowed, Call call, PersonId person)
    {
        var asked = page.NotificationOf(call);
        var decided = Instant.Min(asked.At, page.Events.FirstOrDefault(e => e.Commit == asked.Commit)?.Written ?? asked.At);
        return call.At <= allowed.By(asked.At, Grace) && (asked.At - decided <= allowed.Clock || !allowed.IsCalm(decided, asked.At))
            && (presence.CouldBeAsked(page, person, decided) || page.States.Any(s => s.Commit == asked.Commit && presence.CouldBeAskedBy(page, s, person, decided)));
    }
}
