using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Wording;

/// <summary>Where a page stands, in words, with the style that colours them.</summary>
/// <param name="Style">Class of the style sheet; colour never stands alone.</param>
internal sealed record StateText(string Words, string Style)
{
    internal static StateText Of(Texts t, PageView page) => page switch
    {
        { State: "resolved" } => new(t["Resolved"], "state-closed"),
        { State: "cancelled" } => new(t["Cancelled"], "state-closed"),
        { State: "acknowledged", GoesOnAt: not null } => new(t["No outcome in time – {0} must answer", Names(t, page)], "state-desk"),
        { State: "acknowledged" } => new(t["{0} has it", Names(t, page)], "state-taken"),
        { TakenOverBy: { } dispatcher } => new(t["In hand: {0} took it over", dispatcher], "state-paused"),
        { Acknowledgements.Count: > 0 } => new(t["{0} of {1} have it: {2}", page.Acknowledgements.Count, page.AcknowledgementsNeeded, Names(t, page)], "state-open"),
        { AtDesk: true, Step: { } step } when page.NextStepAt is not null => new(t["At the desk, step {0} of {1} – nobody has it", step, page.Steps], "state-desk"),
        { AtDesk: true } => new(t["At the desk – nobody has it"], "state-desk"),
        { Step: { } step } => new(t["Step {0} of {1} – nobody has it", step, page.Steps], "state-open"),
        _ => new(t["Waiting quietly – nobody has it"], "state-open"),
    };

    /// <summary>Whom an open page asks and cannot reach, by name; null when it reaches all.</summary>
    internal static string? Unreachable(Texts t, PageView page)
    {
        var names = page.State == "open" ? page.Responders.Where(r => r is { Reachable: false, Standing: "notified" }).Select(r => r.Person.Name).ToList() : [];
        return names.Count == 0 ? null : t.List(names);
    }

    /// <summary>How a responder stands with a page.</summary>
    internal static string OfStanding(Texts t, string standing) => standing switch
    {
        "notified" => t["asked"],
        "acknowledged" => t["has it"],
        "declined" => t["passed it on"],
        "shiftEnded" => t["shift has ended"],
        "rerouted" => t["no longer asked: it went to another role"],
        _ => standing,
    };

    private static string Names(Texts t, PageView page) => t.List(page.Acknowledgements.Select(a => a.Person.Name));
}
