namespace OnCall.Domain.Escalation;

/// <summary>Who is notified next and when. A page keeps the policy as it was when it was sent.</summary>
public sealed record EscalationPolicy(PolicyId Id, string Code, string Name, IReadOnlyList<Step> Steps);
