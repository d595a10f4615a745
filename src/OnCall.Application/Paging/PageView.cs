using NodaTime;

namespace OnCall.Application.Paging;

/// <summary>A page as its reader sees it.</summary>
/// <param name="State"><c>open</c>, <c>acknowledged</c>, <c>resolved</c> or <c>cancelled</c>.</param>
/// <param name="AtDesk">It stands on the dispatchers' board.</param>
/// <param name="Step">The step that ran last, counted from 1; null for a routine page.</param>
/// <param name="OutcomeDueAt">When those who have it are asked what came of it; null when nobody asks.</param>
/// <param name="GoesOnAt">They have been asked, and it goes on then unless one of them answers; else null.</param>
/// <param name="NextStepAt">When it escalates next; null when nothing is left but the desk, or when somebody has it.</param>
public sealed record PageView(
    Guid Id,
    string Reference,
    string State,
    bool AtDesk,
    string Urgency,
    RoleLine Role,
    string? Subject,
    string? Body,
    string? PatientRef,
    string? Callback,
    IReadOnlyList<string> Replies,
    PersonLine Sender,
    Instant SentAt,
    IReadOnlyList<ResponderLine> Responders,
    int? Step,
    int Steps,
    Instant? NextStepAt,
    IReadOnlyList<AcknowledgementLine> Acknowledgements,
    int AcknowledgementsNeeded,
    string? TakenOverBy,
    Instant? OutcomeDueAt,
    Instant? GoesOnAt,
    IReadOnlyList<EventLine> Events);
