namespace OnCall.Application.Rosters.Timeline;

/// <summary>The roles of one unit, by name.</summary>
/// <param name="Code">Null for roles of the whole house.</param>
public sealed record TimelineUnit(string? Code, string? Name, IReadOnlyList<TimelineRole> Roles);
