namespace OnCall.Application.Directory;

/// <summary>A role as answers name it.</summary>
public sealed record RoleName(string Code, string Name);
