using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>
/// How far a page has got. All times are UTC instants; a null one means that nothing of the kind is due.
/// The rules answer a new value; the store writes it where the version is still the one that was read.
/// </summary>
public sealed record Escalation
{
    public required PageId Page { get; init; }

    /// <summary>Counts every write; guards against a lost race.</summary>
    public int Version { get; init; }

    public required Urgency Urgency { get; init; }

    public required EscalationPhase Phase { get; init; }

    /// <summary>The role that is asked now; differs from the page's own after it was passed on.</summary>
    public required RoleId Role { get; init; }

    /// <summary>Who sent it, to be told; null for an integration.</summary>
    public PersonId? Sender { get; init; }

    /// <summary>The steps as they were when the page was sent, with the class's rules already applied.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The step that ran last.</summary>
    public int StepIndex { get; init; } = -1;

    /// <summary>How often the current step has been repeated.</summary>
    public int Run { get; init; }

    public Instant? StepDueAt { get; init; }

    /// <summary>When the desk must have it at the latest. Kept, but not acted on, while a dispatcher has it in hand.</summary>
    public Instant? DeskDueAt { get; init; }

    /// <summary>When the desk rings again.</summary>
    public Instant? DeskRepeatAt { get; init; }

    /// <summary>When everybody asked is asked again.</summary>
    public Instant? RepeatAt { get; init; }

    /// <summary>When the roster of a role that was reached changes next.</summary>
    public Instant? HandoverAt { get; init; }

    public Instant? TakenOverUntil { get; init; }

    public string? TakenOverBy { get; init; }

    /// <summary>What was left of the step's wait when it was taken over.</summary>
    public Duration? WaitLeft { get; init; }

    public bool AtDesk { get; init; }

    /// <summary>The largest number of acknowledgements that a step so far asked for.</summary>
    public int AcknowledgementsNeeded { get; init; } = 1;

    /// <summary>Whose incoming people are paged at a handover.</summary>
    public IReadOnlyList<Post> Reached { get; init; } = [];

    /// <summary>Roles tried as fallback; none is tried twice.</summary>
    public IReadOnlyList<RoleId> Visited { get; init; } = [];

    public IReadOnlyList<Responder> Responders { get; init; } = [];

    public IReadOnlyList<Acknowledgement> Acknowledgements { get; init; } = [];

    /// <summary>How long those who acknowledge have to say what came of it; null for ever. From the policy as it was when the page was sent.</summary>
    public Duration? OutcomeWithin { get; init; }

    /// <summary>When those who have it are asked what came of it; null while nobody has it, or once they have been asked.</summary>
    public Instant? OutcomeDueAt { get; init; }

    /// <summary>Those who have it have been asked what came of it, and it goes on then unless one of them answers; else null.</summary>
    public Instant? GoesOnAt { get; init; }

    /// <summary>When it was resolved or cancelled.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Still wants a human.</summary>
    public bool IsOpen => Phase switch
    {
        EscalationPhase.Stepping or EscalationPhase.AtDesk or EscalationPhase.TakenOver or EscalationPhase.Standing => true,
        EscalationPhase.Acknowledged or EscalationPhase.Resolved or EscalationPhase.Cancelled => false,
    };

    /// <summary>Somebody has it, but has not said in time what came of it, and is being asked.</summary>
    public bool IsOverdue => Phase == EscalationPhase.Acknowledged && GoesOnAt is not null;

    /// <summary>The earliest instant at which something must happen; null once it is in hand, unless an outcome is wanted in time.</summary>
    public Instant? DueAt => Phase switch
    {
        EscalationPhase.Stepping or EscalationPhase.AtDesk or EscalationPhase.Standing => Earliest(StepDueAt, DeskDueAt, DeskRepeatAt, RepeatAt, HandoverAt),
        EscalationPhase.TakenOver => Earliest(TakenOverUntil, RepeatAt, HandoverAt),
        EscalationPhase.Acknowledged => Earliest(OutcomeDueAt, GoesOnAt),
        EscalationPhase.Resolved or EscalationPhase.Cancelled => null,
    };

    private static Instant? Earliest(params ReadOnlySpan<Instant?> times)
    {
        Instant? earliest = null;
        foreach (var time in times)
        {
            earliest = time < earliest || earliest is null ? time ?? earliest : earliest;
        }

        return earliest;
    }
}
