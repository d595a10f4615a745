using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;

namespace OnCall.Application.Paging;

/// <summary>Everything that one decision writes: all of it in one transaction, or none.</summary>
/// <param name="Next">The new state; its version is the one that was read.</param>
/// <param name="RosterStamp">The roster that the decision was made by. Where it has moved on, nothing is written.</param>
/// <param name="Silenced">Whose pending notifications are withdrawn; a null among them means everyone's.</param>
/// <param name="Told">Who is told what, on the contact methods that have already rung for this page.</param>
public sealed record PageChange(
    Escalation Next,
    long RosterStamp,
    Instant Now,
    IReadOnlyList<PersonId?> Silenced,
    IReadOnlyList<NewNotification> Notifications,
    IReadOnlyList<Effect.Tell> Told,
    IReadOnlyList<PageEvent> Events,
    IReadOnlyList<AuditEntry> Audit)
{
    /// <summary>A repeat does not ring a telephone that still rings, or is spoken into, for its page: it would only be busy.</summary>
    public static readonly Duration LongestCall = Duration.FromMinutes(2);

    /// <summary>The decision has taken notice of every failed notification so far.</summary>
    public bool FailuresSeen { get; init; }

    /// <summary>Whether it was decided before and came too late: then it is given more time.</summary>
    public bool WasLate { get; init; }

    /// <summary>The state that was read: which responders have changed since need not be asked of the database. Null where it is not at hand.</summary>
    public Escalation? Before { get; init; }
}
