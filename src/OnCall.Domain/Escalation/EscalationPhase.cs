namespace OnCall.Domain.Escalation;

/// <summary>
/// The life of a page. Open: <c>Stepping → AtDesk</c>, with <c>TakenOver</c> as a pause in either; <c>Standing</c> is a routine page, which runs no steps.
/// Closed or in hand: <c>Acknowledged → Resolved</c>, or <c>Cancelled</c>. An acknowledged page that is passed on, or of which nobody says in
/// time what came of it, is open again.
/// </summary>
public enum EscalationPhase
{
    /// <summary>Steps run; the next one has a due time.</summary>
    Stepping,

    /// <summary>No step is left; the desk rings until a human closes the page.</summary>
    AtDesk,

    /// <summary>A dispatcher has it in hand for a short while; steps wait.</summary>
    TakenOver,

    /// <summary>A routine page: waits quietly, passes on at handovers.</summary>
    Standing,

    /// <summary>Enough people took it.</summary>
    Acknowledged,

    /// <summary>Closed with an outcome.</summary>
    Resolved,

    /// <summary>Closed by the sender or a dispatcher before it was needed.</summary>
    Cancelled,
}
