namespace OnCall.Application.Directory;

/// <summary>A policy as answers show it.</summary>
public sealed record PolicyView(string Code, string Name, IReadOnlyList<StepBody> Steps);
