namespace OnCall.Application.Paging;

/// <summary>A person, as lists show them; no employee number for an integration or an unknown holder of a device.</summary>
public sealed record PersonLine(string? EmployeeNo, string Name);
