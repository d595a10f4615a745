using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>What must hold after anything that happens to a page. Answers what is broken, or null.</summary>
internal static class CourseRulesHold
{
    public static string? Check(
        PageStory page, Domain.Escalation.Escalation before, IReadOnlyList<(Instant At, Effect Effect)> happened, Outcome? outcome, string what)
    {
        var after = page.State;
        var rerouted = what.StartsWith("rerouted", StringComparison.Ordinal) && outcome is Outcome.Done;
        var asked = happened.Where(h => h.Effect is Effect.Notify).Select(h => (h.At, ((Effect.Notify)h.Effect).Person)).ToList();
        return Refused(before, after, happened, outcome)
            ?? (after.StepIndex < before.StepIndex && !rerouted ? "The steps went backwards." : null)
            ?? (!before.IsOpen && !rerouted && happened.Any(h => h.Effect is Effect.Notify or Effect.NotifyDevice) && !MayAskAgain(happened) ? "A page that somebody has asked again." : null)
            ?? (asked.Distinct().Count() < asked.Count ? "Somebody was asked twice at one instant." : null)
            ?? (after.Phase == EscalationPhase.Acknowledged && Have(after) < after.AcknowledgementsNeeded ? "Acknowledged by too few." : null)
            ?? (after.AcknowledgementsNeeded < before.AcknowledgementsNeeded && !rerouted ? "A team became smaller by itself." : null)
            ?? OutcomeRulesHold.Check(before, after, happened)
            ?? asked.Select(a => PlanRulesHold.Check(page, a.At, a.Person)).FirstOrDefault(w => w is not null)
            ?? (happened.Any(h => h.Effect is Effect.Silence { Person: null }) && after.IsOpen && !rerouted ? "An open page fell silent." : null)
            ?? asked.Select(a => Wrong(page, before, a.At, a.Person, rerouted)).FirstOrDefault(w => w is not null);
    }

    private static string? Refused(
        Domain.Escalation.Escalation before, Domain.Escalation.Escalation after, IReadOnlyList<(Instant At, Effect Effect)> happened, Outcome? outcome) =>
        outcome is null or Outcome.Taken or Outcome.Done or Outcome.OneOfSeveral ? null
        : outcome is Outcome.AlreadyYours && before.Phase == EscalationPhase.Acknowledged && before.OutcomeWithin is not null ? null
        : !ReferenceEquals(before, after) ? $"{outcome.GetType().Name} changed the page."
        : happened.Any(h => h.Effect is not Effect.Record) ? $"{outcome.GetType().Name} did more than write to the trail."
        : null;

    // Its time is over, or one of those who had it gave it back.
    private static bool MayAskAgain(IReadOnlyList<(Instant At, Effect Effect)> happened) =>
        happened.Any(h => h.Effect is Effect.Record { Kind: PageEventKind.AcknowledgementTimedOut or PageEventKind.Reopened });

    private static int Have(Domain.Escalation.Escalation state) =>
        Math.Max(1, state.Acknowledgements.Where(a => a.Person is not null).Select(a => a.Person).Distinct().Count());

    private static string? Wrong(PageStory page, Domain.Escalation.Escalation before, Instant at, PersonId person, bool rerouted)
    {
        var situation = page.Hospital.At(at);
        var name = page.Hospital.NameOf(person);
        var named = page.State.Steps.Any(s => s.Targets.Any(t => t.Kind == TargetKind.Person && t.Person == person));
        var onShift = page.State.Reached.Any(p => situation.On(p.Role, p.Tier).Any(o => o.Person == person));
        var atDesk = page.State.AtDesk && situation.Desk.Contains(person);
        return !situation.MayPage(person) ? $"{name} may not be paged and was."
            : !named && !onShift && !atDesk && !TookItInPerson(page, person) ? $"{name} is neither on shift nor the named backup nor at the desk, and was asked."
            : !rerouted && Standing(before, person) == Domain.Escalation.Standing.Declined && !(atDesk && DeskPassedItOn(before, situation)) ? $"{name} passed it on and was asked again."
            : null;
    }

    // Whoever called in and took it was on no roster, and is asked what came of it all the same.
    private static bool TookItInPerson(PageStory page, PersonId person) =>
        page.State.Responders.Any(r => r.Person == person && r.IsNamedBackup)
        && page.Effects.Any(e => e.Effect is Effect.Record { Kind: PageEventKind.Acknowledged } taken && taken.Person == person);

    private static bool DeskPassedItOn(Domain.Escalation.Escalation before, Situation situation) =>
        !situation.Desk.Any(p => situation.MayPage(p) && Standing(before, p) is Domain.Escalation.Standing.Notified or Domain.Escalation.Standing.Acknowledged);

    private static Standing? Standing(Domain.Escalation.Escalation state, PersonId person) =>
        state.Responders.FirstOrDefault(r => r.Person == person)?.Standing;
}
