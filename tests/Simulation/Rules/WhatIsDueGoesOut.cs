using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>Rule 9: what is to be sent for a code goes out within 1 s of its time, whatever else there is to send; anything else within 10 s.</summary>
internal sealed class WhatIsDueGoesOut : Rule
{
    private static readonly Duration AtOnce = Duration.FromSeconds(1);
    private static readonly Duration Soon = Duration.FromSeconds(10);

    public override IEnumerable<Violation> Check(Sight sight, Allowance allowed)
    {
        foreach (var page in sight.Pages)
        {
            var calls = page.Calls.ToLookup(c => c.Id);
            foreach (var due in page.Notifications)
            {
                var at = Instant.Max(due.At, due.DueAt);
                var by = allowed.By(at, page.Urgency == Urgency.Code ? AtOnce : Soon);
                if (by < sight.End && !calls[due.Id].Any(c => c.At <= by) && !IsAccountedFor(page, due, allowed, at, by) && IsWanted(page, sight, due, at, by))
                {
                    yield return Broken(page, by, $"{due.Purpose} by {due.Kind} to {due.Address} was due at {at:HH:mm:ss.fff} and did not go out.");
                }
            }
        }
    }

    // Quiet pushes to one device go out as one, and a provider that does not work is not tried for anything but a code.
    // A node that stood still with it finds no time left, and tries it again. Its time is by the clock of whoever planned it.
    private static bool IsAccountedFor(SeenPage page, SeenNotification due, Allowance allowed, Instant from, Instant by) =>
        (page.Urgency != Urgency.Code || !allowed.IsCalm(from, by)) && page.Events.Any(e => e.Commit > due.Commit && e.At >= from - allowed.Clock && e.At <= by && e.Person == due.Person && e.Channel == due.Kind);

    // Nothing of what would have withdrawn it happened until then.
    private static bool IsWanted(SeenPage page, Sight sight, SeenNotification due, Instant from, Instant by)
    {
        if (due.Person is { } person && !sight.HospitalsDuring(from, by).All(h => h.IsActive(person)))
        {
            return false;
        }

        return !due.Asks || (page.States.Where(s => s.Commit >= due.Commit && s.At <= by).All(s => s.IsOpen)
            && !page.Events.Any(e => e.Commit > due.Commit && e.At <= by && (e.Kind == PageEventKind.Rerouted
                || (e.Person == due.Person && e.Kind is PageEventKind.Declined or PageEventKind.HandedOver or PageEventKind.Acknowledged))));
    }
}
