namespace OnCall.Domain.Escalation;

/// <summary>A new state and what must happen because of it.</summary>
public sealed record Decision(Escalation Escalation, IReadOnlyList<Effect> Effects);
