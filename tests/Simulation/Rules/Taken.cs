using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>The acknowledgements of a page, each with the state that it first stood in, and the acts that could be behind them.</summary>
internal static class Taken
{
    public static IEnumerable<(Acknowledgement Taken, SeenState State)> Of(SeenPage page)
    {
        IReadOnlyList<Acknowledgement> before = [];
        foreach (var state in page.States)
        {
            foreach (var taken in state.Escalation.Acknowledgements.Where(a => !before.Contains(a)))
            {
                yield return (taken, state);
            }

            before = state.Escalation.Acknowledgements;
        }
    }

    /// <summary>What a human did by then that may be that acknowledgement.</summary>
    public static IEnumerable<Act> ActsFor(Sight sight, SeenPage page, Acknowledgement taken, SeenState state) =>
        sight.Acts.Where(a => a.Began <= state.At && (a.Kind switch
        {
            ActKind.Acknowledge => a.Page == page.Id && a.By is not null && a.By == taken.Person,
            ActKind.Text => Fits(sight, page, a, ContactMethodKind.Sms, taken),
            ActKind.Key => Fits(sight, page, a, ContactMethodKind.Voice, taken),
            ActKind.Say or ActKind.Decline or ActKind.Escalate or ActKind.TakeOver or ActKind.Reroute or ActKind.Resolve or ActKind.Cancel => false,
        }));

    // A text or a key counts for whoever was asked at that number, or for the holder of a role's own device.
    private static bool Fits(Sight sight, SeenPage page, Act act, ContactMethodKind kind, Acknowledgement taken)
    {
        var asked = page.Notifications.Where(n => n.Kind == kind && n.Asks && n.Address == act.From);
        return asked.Any(n => n.Person is { } person ? person == taken.Person : sight.House.Roles.Any(r => r.ContactMethods.Any(m => m.Verified && m.Address == act.From)));
    }
}
