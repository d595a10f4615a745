namespace OnCall.Domain.Escalation;

/// <summary>Who is notified next and when. A page keeps the policy as it was when it was sent.</summary>
/// <param name="OutcomeWithinSeconds">How long after an acknowledgement somebody must have said what came of it; null: nobody asks.</param>
public sealed record EscalationPolicy(PolicyId Id, string Code, string Name, IReadOnlyList<Step> Steps, int? OutcomeWithinSeconds = null);
