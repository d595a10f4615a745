using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>What may never happen to the pages of the <see cref="Ward"/>, whatever becomes of its nodes.</summary>
internal static class PagesRules
{
    // Providers answer within 300 ms, and what they answered is written together, on a slow machine.
    private static readonly Duration s_onTheWire = Duration.FromSeconds(3);
    private static readonly Duration s_heard = Duration.FromMilliseconds(200);

    /// <summary>
    /// Each page that nobody took has come to its second step and to the desk, and neither early nor late; its trail says when by the true time.
    /// </summary>
    public static void StepsWereOnTime(Trail trail, Duration wait, IReadOnlyDictionary<Guid, Instant> taken)
    {
        foreach (var page in trail.Pages.Where(p => !taken.ContainsKey(p.Page.Value)))
        {
            Assert.True(page.AtDesk, $"{page.Reference} is not at the desk but {page.Phase}");
            var events = trail.Events[page.Page.Value].ToList();
            var steps = Steps(events);
            Assert.True(steps.Count == 3, $"{page.Reference} took other steps: {string.Join(", ", events.Select(e => $"{e.At} {e.Kind} {e.Detail}"))}");
            Assert.Equal(page.SentAt, steps[0].At);
            Assert.All(steps.Index(), step => Assert.InRange(step.Item.At - page.SentAt, wait * step.Index, (wait * step.Index) + Trail.Late));
            Assert.Single(events, e => e.Kind == "DeskReached");

            // A trail written by a wrong clock would agree with itself, but not with the providers.
            var asked = trail.Arrivals.FirstOrDefault(a => a.Page == page.Page.Value && a.To == "+15550102");
            Assert.True(asked is not null, $"{page.Reference} never asked the second tier");
            Assert.InRange(asked.At - steps[1].At, Duration.FromMilliseconds(-100), Trail.Late);
        }
    }

    /// <summary>What was taken is theirs, once, and asks nobody from then on but by what was on the wire.</summary>
    public static void TakenIsQuiet(Trail trail, IReadOnlyDictionary<Guid, Instant> taken)
    {
        Assert.NotEmpty(taken);
        foreach (var page in trail.Pages.Where(p => taken.ContainsKey(p.Page.Value)))
        {
            Assert.True(page.Phase == "Acknowledged", $"{page.Reference} was taken and is {page.Phase}");
            Assert.Single(trail.Events[page.Page.Value], e => e.Kind == "Acknowledged");
            var late = trail.Arrivals.Where(a => a.Page == page.Page.Value && a.Text.Contains("URGENT ", StringComparison.Ordinal) && a.At > taken[page.Page.Value] + s_onTheWire);
            Assert.Empty(late.Select(a => $"{page.Reference} was taken {taken[page.Page.Value]} and still asked {a.To} {a.At}"));
        }
    }

    /// <summary>Neither the rows nor the providers know of anybody else.</summary>
    public static void OnlyThoseOnShiftWereAsked(Trail trail)
    {
        Assert.Empty(trail.Arrivals.Where(a => !Ward.OnShift.Contains(a.To)).Select(a => $"{a.At} {a.Node} to {a.To}: {a.Text}"));

        // The desk is everyone who may be there: its dispatcher, and the administrator in the app.
        Assert.Empty(trail.Notifications.Select(n => n.Who).Distinct().Except(["S1", "P1", "S2", "D1", "admin", null]));
    }

    /// <summary>Only what a node had on the wire when it was lost went out again, once, and says so.</summary>
    /// <param name="again">What went out more than once.</param>
    /// <param name="lost">Which nodes were lost, and when.</param>
    public static void RepeatsWereOf(IEnumerable<IGrouping<string, Arrival>> again, IReadOnlyDictionary<string, Instant> lost)
    {
        foreach (var sent in again.Select(g => g.ToList()))
        {
            Assert.True(sent.Count == 2 && sent[1].SaysRepeat, $"went out {sent.Count} times: {string.Join("; ", sent.Select(a => $"{a.At} {a.Node} {a.Text}"))}");
            Assert.True(lost.TryGetValue(sent[0].Node, out var at), $"{sent[0].Node} was never lost, and what it sent went out again: {sent[0].Text}");
            Assert.InRange(sent[0].At, at - s_onTheWire, at + s_heard);
        }
    }

    /// <summary>How late steps were, at the most.</summary>
    public static string Told(Trail trail, Duration wait) =>
        $"the latest step {trail.Pages.Where(p => p.AtDesk).Max(p => Steps(trail.Events[p.Page.Value]).Index().Max(step => step.Item.At - p.SentAt - (wait * step.Index))).TotalSeconds:F1} s late";

    private static List<Trail.EventRow> Steps(IEnumerable<Trail.EventRow> events) => [.. events.Where(e => e.Kind == "StepStarted")];
}
