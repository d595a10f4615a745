namespace OnCall.Application.Rosters.Search;

/// <summary>A unit as answers name it.</summary>
public sealed record UnitName(string Code, string Name);
