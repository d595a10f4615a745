using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>What must hold of the plan by which anybody is asked, whatever they prefer. Answers what is broken, or null.</summary>
internal static class PlanRulesHold
{
    public static string? Check(PageStory page, Instant at, PersonId id)
    {
        var person = page.Hospital.At(at).People[id].Person;
        var urgency = page.State.Urgency;
        var inbox = new ContactMethod(new ContactMethodId(id.Value), ContactMethodKind.InApp, "inbox", Verified: true);
        var plan = NotificationPlan.Ask(urgency, inbox, person.ContactMethods, _ => true, person.Preferences);
        var proven = plan.Where(p => p.Method.Verified && p.Method.Kind != ContactMethodKind.InApp).ToList();
        return plan[0].Method.Kind != ContactMethodKind.InApp || plan[0].After != Duration.Zero ? $"{person.Name} has no inbox at once."
            : urgency == Urgency.Code && (plan.Count != person.ContactMethods.Count + 1 || plan.Any(p => p.After != Duration.Zero)) ? $"{person.Name} is not asked by everything at once for a code."
            : urgency == Urgency.Routine && plan.Any(p => p.Method.Kind is not (ContactMethodKind.InApp or ContactMethodKind.Push)) ? $"A routine page rings at {person.Name}."
            : urgency != Urgency.Routine && proven.Count > 0 && proven.Min(p => p.After) > Duration.FromSeconds(60) ? $"{person.Name} is asked by nothing proven within 60 s."
            : null;
    }
}
