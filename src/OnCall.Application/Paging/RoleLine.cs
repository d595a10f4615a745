namespace OnCall.Application.Paging;

/// <summary>A role, as lists show it.</summary>
public sealed record RoleLine(string Code, string Name);
