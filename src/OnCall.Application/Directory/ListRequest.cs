namespace OnCall.Application.Directory;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Cursor">From the part before; null from the start.</param>
/// <param name="Limit">1 to 500; null for 100.</param>
public sealed record ListRequest(string? Cursor, int? Limit);
