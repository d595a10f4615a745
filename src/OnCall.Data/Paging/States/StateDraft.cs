using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging.States;

/// <summary>An escalation while it is read.</summary>
internal sealed class StateDraft
{
    /// <summary>What it is read from.</summary>
    public byte[] Source { get; init; } = [];

    public Guid? Page { get; set; }

    public int Version { get; set; }

    public Urgency? Urgency { get; set; }

    public EscalationPhase? Phase { get; set; }

    public RoleId? Role { get; set; }

    public PersonId? Sender { get; set; }

    public IReadOnlyList<Step> Steps { get; set; } = [];

    public int StepIndex { get; set; } = -1;

    public int Run { get; set; }

    public Instant? StepDueAt { get; set; }

    public Instant? DeskDueAt { get; set; }

    public Instant? DeskRepeatAt { get; set; }

    public Instant? RepeatAt { get; set; }

    public Instant? HandoverAt { get; set; }

    public Instant? TakenOverUntil { get; set; }

    public string? TakenOverBy { get; set; }

    public Duration? WaitLeft { get; set; }

    public bool AtDesk { get; set; }

    public int AcknowledgementsNeeded { get; set; } = 1;

    public IReadOnlyList<Post> Reached { get; set; } = [];

    public IReadOnlyList<RoleId> Visited { get; set; } = [];

    public IReadOnlyList<Responder> Responders { get; set; } = [];

    public IReadOnlyList<Acknowledgement> Acknowledgements { get; set; } = [];

    public Duration? OutcomeWithin { get; set; }

    public Instant? OutcomeDueAt { get; set; }

    public Instant? GoesOnAt { get; set; }

    public Instant? ClosedAt { get; set; }

    public Escalation ToEscalation() => new()
    {
        Page = new PageId(Page ?? throw Missing.Of("page")),
        Version = Version,
        Urgency = Urgency ?? throw Missing.Of("urgency"),
        Phase = Phase ?? throw Missing.Of("phase"),
        Role = Role ?? throw Missing.Of("role"),
        Sender = Sender,
        Steps = Steps,
        StepIndex = StepIndex,
        Run = Run,
        StepDueAt = StepDueAt,
        DeskDueAt = DeskDueAt,
        DeskRepeatAt = DeskRepeatAt,
        RepeatAt = RepeatAt,
        HandoverAt = HandoverAt,
        TakenOverUntil = TakenOverUntil,
        TakenOverBy = TakenOverBy,
        WaitLeft = WaitLeft,
        AtDesk = AtDesk,
        AcknowledgementsNeeded = AcknowledgementsNeeded,
        Reached = Reached,
        Visited = Visited,
        Responders = Responders,
        Acknowledgements = Acknowledgements,
        OutcomeWithin = OutcomeWithin,
        OutcomeDueAt = OutcomeDueAt,
        GoesOnAt = GoesOnAt,
        ClosedAt = ClosedAt,
    };
}
