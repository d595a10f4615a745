using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Wording;

/// <summary>Where a page stands, in words, with the style that colours them.</summary>
/// <param name="Style">Class of the style sheet; colour never stands alone.</param>
internal sealed record StateText(string Words, string Style)
{
    internal static StateText Of(PageView page) => page switch
    {
        { State: "resolved" } => new("Resolved", "state-closed"),
        { State: "cancelled" } => new("Cancelled", "state-closed"),
        { State: "acknowledged", GoesOnAt: not null } => new($"No outcome in time – {Names(page)} must answer", "state-desk"),
        { State: "acknowledged" } => new($"{Names(page)} has it", "state-taken"),
        { TakenOverBy: { } dispatcher } => new($"In hand: {dispatcher} took it over", "state-paused"),
        { Acknowledgements.Count: > 0 } => new($"{page.Acknowledgements.Count} of {page.AcknowledgementsNeeded} have it: {Names(page)}", "state-open"),
        { AtDesk: true, Step: { } step } when page.NextStepAt is not null => new($"At the desk, step {step} of {page.Steps} – nobody has it", "state-desk"),
        { AtDesk: true } => new("At the desk – nobody has it", "state-desk"),
        { Step: { } step } => new($"Step {step} of {page.Steps} – nobody has it", "state-open"),
        _ => new("Waiting quietly – nobody has it", "state-open"),
    };

    /// <summary>Whom an open page asks and cannot reach, by name; null when it reaches all.</summary>
    internal static string? Unreachable(PageView page)
    {
        var names = page.State == "open" ? page.Responders.Where(r => r is { Reachable: false, Standing: "notified" }).Select(r => r.Person.Name).ToList() : [];
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>How a responder stands with a page.</summary>
    internal static string OfStanding(string standing) => standing switch
    {
        "notified" => "asked",
        "acknowledged" => "has it",
        "declined" => "passed it on",
        "shiftEnded" => "shift has ended",
        "rerouted" => "no longer asked: it went to another role",
        _ => standing,
    };

    private static string Names(PageView page) => string.Join(", ", page.Acknowledgements.Select(a => a.Person.Name));
}
