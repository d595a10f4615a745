namespace OnCall.Domain.Retention;

/// <summary>A legal hold that nobody has lifted.</summary>
public sealed record StandingHold(HoldId Id, HoldTarget On);
