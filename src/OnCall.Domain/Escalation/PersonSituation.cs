using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>A person as routing sees them.</summary>
/// <param name="Works">The kinds of their contact methods that count and whose channel is configured; in-app only while their inbox is open.</param>
public sealed record PersonSituation(Person Person, IReadOnlyCollection<ContactMethodKind> Works)
{
    /// <summary>
    /// Whether they can be expected to notice a page of that urgency. A routine page waits in the inbox, which everyone has.
    /// </summary>
    public bool IsReachable(Urgency urgency) => urgency == Urgency.Routine || Works.Any(kind => NotificationPlan.Suits(urgency, kind));
}
