namespace OnCall.Application.Directory;

/// <summary>A policy as answers show it.</summary>
/// <param name="OutcomeWithinSeconds">Null when nobody asks what came of an acknowledged page.</param>
public sealed record PolicyView(string Code, string Name, IReadOnlyList<StepBody> Steps, int? OutcomeWithinSeconds);
