namespace OnCall.Domain.Escalation;

/// <summary>A human's move: its answer, the state after it and what must happen. A refused move may still write to the trail.</summary>
public sealed record Move(Outcome Outcome, Escalation Escalation, IReadOnlyList<Effect> Effects);
