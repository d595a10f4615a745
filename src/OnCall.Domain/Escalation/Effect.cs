using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>What must happen because of a decision. The use case turns effects into rows of the same transaction.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Ask a person, by the notification plan of the page's urgency.</summary>
    public sealed record Notify(PersonId Person, NotificationPurpose Purpose, int Step) : Effect;

    /// <summary>Ask whoever holds the role's own device.</summary>
    public sealed record NotifyDevice(RoleId Role, NotificationPurpose Purpose, int Step) : Effect;

    /// <summary>Tell a person something; never rings.</summary>
    public sealed record Tell(PersonId Person, NotificationPurpose Purpose) : Effect;

    /// <summary>Withdraw what still asks this person, or everyone when null.</summary>
    public sealed record Silence(PersonId? Person) : Effect;

    /// <summary>Write a line of the page's trail.</summary>
    /// <param name="Channel">By which technology it came in, or null.</param>
    public sealed record Record(PageEventKind Kind, PersonId? Person, string Detail, ContactMethodKind? Channel = null) : Effect;
}
