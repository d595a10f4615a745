using System.Globalization;
using System.Text;
using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Runs;

/// <summary>A run in words: everything that was seen of one page, or of all, in the order in which it happened.</summary>
internal static class Tale
{
    public static string Of(Sight sight, PageId? only)
    {
        var lines = new List<(Instant At, int Order, string Text)>();
        lines.AddRange(sight.Faults.Select(f => (f.From, 0, $"FAULT {f}")));
        lines.AddRange(sight.Ups.Select(u => (u.At, 0, $"up {u.Node}")));
        lines.AddRange(sight.Hospitals.Select(h => (h.At, 1, $"hospital changes: {Describe(sight, h)}")));
        lines.AddRange(sight.Screens.Select(s => (s.From, 1, $"{sight.NameOf(s.Person)} has a screen open on {s.Node} until {s.Until}")));
        lines.AddRange(sight.Sends.Select(s => (s.Began, 2, $"send {s.Key} {s.Urgency} by {(s.Sender is { } p ? sight.NameOf(p) : "Lab")}: {s.Answer} {s.Reference} at {Clock(s.Ended)}")));
        foreach (var page in sight.Pages.Where(p => only is null || p.Id == only))
        {
            var name = sight.Stored.TryGetValue(page.Id, out var stored) ? "#" + stored.Reference : "#?";
            lines.AddRange(page.Acts.Select(a => (a.Began, 3, $"{name} act {a.Kind} by {(a.By is { } p ? sight.NameOf(p) : "?")}{(a.EnteredBy is { } d ? $" entered by {sight.NameOf(d)}" : "")} {a.From}: {a.Answer} at {(a.Ended is { } e ? Clock(e) : "-")}")));
            lines.AddRange(page.Events.Select(e => (e.At, 4, $"{name} {e.Commit} {e.Writer} {e.Kind} {(e.Person is { } p ? sight.NameOf(p) : "")} {e.Channel} {e.Detail}")));
            lines.AddRange(page.States.Select(s => (s.At, 5, $"{name} {s.Commit} {s.Writer} v{s.Version} {s.Phase} step {s.Escalation.StepIndex} desk {s.Escalation.AtDesk} due {(s.DueAt is { } d ? Clock(d) : "-")} "
                + string.Join(" ", s.Escalation.Responders.Select(r => $"{sight.NameOf(r.Person)}:{r.Standing}/{r.Step}{(r.Reachable ? "" : "!")}{(r.Failed ? "x" : "")}")))));
            lines.AddRange(page.Notifications.Select(n => (n.At, 6, $"{name} {n.Commit} plans {n.Purpose} {n.Kind} {n.Address} of {(n.Person is { } p ? sight.NameOf(p) : "device")} for {Clock(n.DueAt)}{(n.Verified ? "" : " unverified")}")));
            lines.AddRange(page.Calls.Select(c => (c.At, 7, $"{name} CALL {c.Node} {c.Text.Purpose} {c.Kind} {c.Message.Address} attempt {c.Message.Attempt}: {c.Answer} at {(c.AnsweredAt is { } a ? Clock(a) : "-")}, reached {(c.ReachedAt is { } r ? Clock(r) : "-")}")));
            lines.AddRange(sight.Receipts.Where(r => page.Calls.Contains(r.Call)).Select(r => (r.TakenAt ?? sight.End, 8, $"{name} receipt {r.Status} for {r.Call.Message.Address} attempt {r.Call.Message.Attempt}")));
        }

        var text = new StringBuilder();
        foreach (var (at, _, line) in lines.OrderBy(l => l.At).ThenBy(l => l.Order))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Clock(at)} {line}");
        }

        return text.ToString();
    }

    private static string Clock(Instant at) => at.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Describe(Sight sight, SeenHospital hospital)
    {
        var shifts = sight.House.Roles.Select(role => $"{role.Code}[" + string.Join(" ", hospital.Edges(role.Id).Distinct().Order()
            .Where(e => e > sight.Start - Duration.FromHours(5) && e < sight.End)
            .Select(e => $"{Clock(e)}:{string.Join("+", hospital.On(role.Id, e).Select(o => $"{sight.NameOf(o.Person)}/{o.Tier}"))}")) + "]");
        var people = hospital.People.Values.Select(p =>
            $"{sight.NameOf(p.Id)}{(p.Active ? "" : " inactive")}{(p.IsDispatcher ? " dispatcher" : "")}{(p.IsAdmin ? " admin" : "")}({string.Join(",", p.Verified.Select(v => v.Kind))})");
        return string.Join(" ", shifts.Concat(people));
    }
}
