namespace OnCall.Application.Directory.Preferences;

/// <summary>By what and when a page of that urgency asks a person, over the channels that this hospital has.</summary>
public sealed record UrgencyPlan(string Urgency, IReadOnlyList<PlanLine> Asks);
